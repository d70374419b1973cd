package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.DeliveryOption;
import shop.emporium.web.shared.MoneyView;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.PrivateAnswer;
import shop.emporium.web.shared.Problem;

/** The ways in which what is in the cart can be sent. */
@Path("/shipping-methods")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checkout")
public class ShippingMethodsResource {

  @Inject private CheckoutService checkouts;
  @Inject private CurrentCheckout current;
  @Context private HttpServletRequest request;

  /**
   * A way of sending.
   *
   * @param price for what is in the cart
   * @param arrivesFrom the first day on which it may arrive when it is ordered now
   */
  public record ShippingMethodJson(
      @Schema(examples = "standard") String code,
      String name,
      MoneyView price,
      LocalDate arrivesFrom,
      LocalDate arrivesUntil) {

    static ShippingMethodJson of(DeliveryOption way) {
      return new ShippingMethodJson(
          way.code(),
          way.name(),
          MoneyView.of(way.price()),
          way.arrival().earliest(),
          way.arrival().latest());
    }
  }

  @GET
  @Operation(
      summary = "In which ways the cart can be sent to a country, and for what price",
      description =
          "Prices go by weight, value and country. Nothing is listed where the shop does not send to.",
      operationId = "listShippingMethods")
  @APIResponse(
      responseCode = "200",
      description = "The ways, in the order in which they are offered",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = ShippingMethodJson.class)))
  @APIResponse(responseCode = "400", description = "The country is none")
  public Response list(
      @Parameter(
              description =
                  "ISO 3166-1 code of two letters; without it, the country of the address that was typed, or DE")
          @QueryParam("country")
          String country) {
    if (country != null && !PostalAddress.isCountry(country)) {
      return Problem.invalid(
              List.of(
                  new Problem.Violation("country", "must be the code of a country, such as DE")))
          .toResponse();
    }
    long cart = current.cart().orElse(0L);
    return PrivateAnswer.of(
        checkouts
            .offer(
                cart,
                checkouts.steps(cart),
                current.customer(),
                Optional.ofNullable(country).map(code -> code.strip().toUpperCase(Locale.ROOT)),
                language())
            .ways()
            .stream()
            .map(ShippingMethodJson::of)
            .toList());
  }

  private String language() {
    String wanted = request.getLocale().getLanguage();
    return PageLanguage.ALL.contains(wanted) ? wanted : PageLanguage.ALL.get(0);
  }
}
