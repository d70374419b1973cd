package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.checkout.Quote;
import shop.emporium.ejb.checkout.CheckoutOffer;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.CheckoutSteps;
import shop.emporium.ejb.checkout.CodeDesk;
import shop.emporium.ejb.checkout.CodeService;
import shop.emporium.ejb.checkout.CouponAnswer;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.MoneyView;
import shop.emporium.web.shared.PrivateAnswer;

/** The coupon that is kept for a cart, until it is ordered or taken away. */
@Path("/cart/coupon")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "cart")
public class CartCodeResource {

  @Inject private CodeDesk desk;
  @Inject private CodeService codes;
  @Inject private CheckoutService checkouts;
  @Inject private CurrentCheckout current;
  @Inject private CurrentCustomer customer;

  /** What somebody types: the code of a coupon. */
  public record CodeBody(@Schema(examples = "AUTUMN10") String code) {}

  /**
   * What the cart costs with its coupon.
   *
   * @param coupon the code as it is kept
   * @param items the goods before discount
   * @param discount what the coupon takes off them
   * @param shipping the first way of sending; 0 with a coupon for it, null where nothing can be
   *     sent
   */
  public record CartCodeJson(
      String coupon, MoneyView items, MoneyView discount, MoneyView shipping, MoneyView total) {

    static CartCodeJson of(CheckoutSteps steps, CheckoutOffer offer) {
      Quote quote = offer.quote();
      return quote == null
          ? new CartCodeJson(steps.coupon(), null, null, null, null)
          : new CartCodeJson(
              steps.coupon(),
              MoneyView.of(quote.items()),
              MoneyView.of(quote.discount()),
              MoneyView.of(quote.shipping()),
              MoneyView.of(quote.total()));
    }
  }

  @POST
  @Operation(
      summary = "Have a coupon count for the cart",
      description = "In place of the one before. It is looked at again when the order is placed.",
      operationId = "addCoupon")
  @RequestBody(content = @Content(schema = @Schema(implementation = CodeBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "What the cart costs with it",
      content = @Content(schema = @Schema(implementation = CartCodeJson.class)))
  @APIResponse(responseCode = "400", description = "The body is no JSON, or has no code")
  @APIResponse(responseCode = "409", description = "There is no cart, or its order is being paid")
  @APIResponse(
      responseCode = "422",
      description =
          "The coupon cannot be used, the violation says why; or gift-card, which is sent with POST /checkout")
  @APIResponse(
      responseCode = "429",
      description = "Too many codes that nobody has; Retry-After says when to go on")
  public Response add(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    String code = fields.text("code");
    if (code.length() > 200 || (fields.has("code") && code.isBlank())) {
      fields.refuse("code", "must be a text of 1 to 200 characters");
    }
    fields.check();
    if (GiftCardCode.parse(code).isPresent()) {
      return CheckoutProblems.giftCard();
    }
    Optional<Long> cart = current.cart();
    CouponAnswer answer =
        cart.map(one -> desk.add(one, current.customer(), "en", code, customer.caller()))
            .orElse(new CouponAnswer(CouponAnswer.Kind.NOT_NOW, null));
    return answer.isTaken() ? show(cart.orElseThrow()) : CheckoutProblems.of(answer);
  }

  @DELETE
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Go without the coupon", operationId = "removeCoupon")
  @APIResponse(responseCode = "204", description = "None counts, also when none did")
  public Response remove() {
    current.cart().ifPresent(codes::removeCoupon);
    return PrivateAnswer.done();
  }

  private Response show(long cart) {
    CheckoutSteps steps = checkouts.steps(cart);
    return PrivateAnswer.of(
        CartCodeJson.of(
            steps, checkouts.offer(cart, steps, current.customer(), Optional.empty(), "en")));
  }
}
