package shop.emporium.web.checkout;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a program sends to order, as the description of the interface shows it; it is read by {@link
 * CheckoutCall}.
 *
 * @param billingAddress where the bill goes, unless it is where the parcel goes
 * @param shippingMethod a code of {@code GET /shipping-methods}
 * @param coupon without it the one counts that was kept for the cart; null goes without
 * @param giftCards up to five codes, in the order in which they are used
 * @param expectedTotal where it is sent, an order that costs something else is refused
 */
@Schema(
    name = "Checkout",
    requiredProperties = {"email", "shippingAddress", "shippingMethod", "payment"})
public record CheckoutBody(
    @Schema(examples = "name@example.com") String email,
    PlacedJson.Address shippingAddress,
    PlacedJson.Address billingAddress,
    @Schema(examples = "standard") String shippingMethod,
    PaymentChoice payment,
    @Schema(examples = "AUTUMN10") String coupon,
    @Schema(maxItems = 5) List<String> giftCards,
    @Schema(examples = "44.90") String expectedTotal) {

  /**
   * How it is paid.
   *
   * @param token what the provider gave for a card; without it the buyer pays at the provider's
   *     page, which the answer names. Never the number of a card
   */
  public record PaymentChoice(
      @Schema(enumeration = {"card", "demo", "stripe", "transfer"}) String method,
      @Schema(examples = "tok_approved") String token) {}
}
