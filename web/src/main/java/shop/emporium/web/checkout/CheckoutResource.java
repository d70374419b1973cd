package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.checkout.OrderDesk;
import shop.emporium.ejb.checkout.PaymentWait;
import shop.emporium.ejb.checkout.PlaceOrder;
import shop.emporium.ejb.checkout.Placing;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderReceipt;
import shop.emporium.ejb.payment.PaymentProgress;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;

/**
 * Orders what is in the cart, once for each key: whoever repeats a call, for whatever reason and at
 * whatever node, gets the answer of the first.
 */
@Path("/checkout")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "checkout")
public class CheckoutResource {

  /** More than any order needs. */
  private static final int MOST_BYTES = 10_000;

  @Inject private OrderDesk desk;
  @Inject private OrderLookup orders;
  @Inject private PaymentSettings payments;
  @Inject private PaymentWait wait;
  @Inject private CurrentCheckout current;
  @Inject private CurrentCustomer customer;
  @Inject private PaymentPath path;
  @Inject private StoreSettings settings;
  @Context private HttpServletRequest request;

  @POST
  @Operation(
      summary = "Order what is in the cart",
      description =
          "Takes the goods, the coupon and the gift cards, and then the money. The same key with the same body gets the first"
              + " answer again; while the payment is open, the repeated call waits for it up to ten seconds. Without a coupon"
              + " the one counts that was kept for the cart; null goes without.",
      operationId = "placeOrder")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      required = true,
      description = "A text of the caller's choice, 1 to 255 visible ASCII characters",
      schema = @Schema(implementation = String.class))
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = CheckoutBody.class)))
  @APIResponse(
      responseCode = "201",
      description =
          "The order: paid; or placed, with a payment that is pending, or that needs its buyer at the url",
      content = @Content(schema = @Schema(implementation = PlacedJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "No key, no JSON, or fields that the violations name")
  @APIResponse(
      responseCode = "402",
      description = "payment-declined: nothing was charged, and the goods are held for another try")
  @APIResponse(
      responseCode = "409",
      description =
          "out-of-stock, with the SKUs and what is left; cart-empty; price-changed, with the new total; under-way")
  @APIResponse(responseCode = "413", description = "More than 10 KB")
  @APIResponse(
      responseCode = "422",
      description =
          "idempotency-key-reused with another body; or what cannot be ordered so: address, not-sent, coupon, gift-card, payment-method")
  @APIResponse(
      responseCode = "429",
      description =
          "Too many orders by transfer for this address of e-mail, or too many codes that nobody has; Retry-After says when")
  public Response place(
      @Parameter(hidden = true) @HeaderParam("Idempotency-Key") String typedKey, InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return CheckoutProblems.tooLarge(MOST_BYTES);
    }
    // Whoever has no cart cannot have ordered either: his key belongs to nobody.
    long cart = current.cart().orElse(0L);
    Optional<IdempotencyKey> key = IdempotencyKey.of("cart:" + cart, typedKey, bytes);
    if (key.isEmpty()) {
      return Problem.keyRequired("An order needs a key", "order").toResponse();
    }
    CheckoutCall call = CheckoutCall.of(bytes, settings.currency());
    if (cart == 0) {
      return CheckoutProblems.of(Placing.Refused.because(Placing.Reason.EMPTY));
    }
    if (!isTaken(call)) {
      return CheckoutProblems.notTaken();
    }
    PlaceOrder wish = wish(cart, key, call);
    Placing placing = desk.place(wish, customer.caller());
    if (placing instanceof Placing.Placed placed && !placed.isFirst() && isOpen(placed)) {
      wait.await(placed.number());
      placing = desk.place(wish);
    }
    return placing instanceof Placing.Placed placed
        ? answer(placed, call.token())
        : CheckoutProblems.of((Placing.Refused) placing);
  }

  /** Whether the shop takes money in this way. */
  private boolean isTaken(CheckoutCall call) {
    return call.method().isLater()
        || payments
            .cardProvider()
            .filter(name -> call.provider().map(name::equals).orElse(true))
            .isPresent();
  }

  private static boolean isOpen(Placing.Placed placed) {
    return placed.settled().isEmpty();
  }

  private PlaceOrder wish(long cart, Optional<IdempotencyKey> key, CheckoutCall call) {
    return new PlaceOrder(
        cart,
        current.customer(),
        Optional.empty(),
        key,
        language(),
        call.email(),
        call.shipping(),
        call.billing(),
        call.shippingMethod(),
        call.method(),
        call.coupon(),
        call.giftCards(),
        call.expected(),
        current.actor());
  }

  private String language() {
    String wanted = request.getLocale().getLanguage();
    return PageLanguage.ALL.contains(wanted) ? wanted : PageLanguage.ALL.get(0);
  }

  /** What has become of the payment is noted with the key: it is told so for ever. */
  private Response answer(Placing.Placed placed, Optional<String> token) {
    if (placed.settled().equals(Optional.of(OrderStatus.PAID))) {
      return created(placed, "paid", null);
    }
    if (placed.settled().equals(Optional.of(OrderStatus.PLACED))) {
      return created(placed, "pending", null);
    }
    PaymentProgress progress =
        placed
            .payment()
            .map(payment -> path.ask(payment, token))
            .orElseGet(() -> path.ask(placed.number(), token));
    if (placed.settled().isPresent() || progress instanceof PaymentProgress.Declined) {
      return CheckoutProblems.declined(
          progress instanceof PaymentProgress.Declined declined ? declined.reason() : "declined");
    }
    if (progress instanceof PaymentProgress.ActionNeeded needed) {
      return created(placed, "action-required", path.whole(needed.page()));
    }
    return created(placed, progress instanceof PaymentProgress.Paid ? "paid" : "pending", null);
  }

  private Response created(Placing.Placed placed, String paymentStatus, String url) {
    OrderReceipt receipt =
        placed
            .receipt()
            .orElseGet(() -> OrderReceipt.of(orders.find(placed.number()).orElseThrow()));
    return PrivateAnswer.of(Response.Status.CREATED, PlacedJson.of(receipt, paymentStatus, url));
  }
}
