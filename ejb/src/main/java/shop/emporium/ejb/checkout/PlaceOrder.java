package shop.emporium.ejb.checkout;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.shared.Actor;

/**
 * A wish to order what is in a cart.
 *
 * @param cart whose cart it is has been looked at before
 * @param customer who is signed in; empty for a guest
 * @param token that the buyer's page has; empty for a program, which has a key
 * @param key of a program's call
 * @param locale language of mails and names, such as {@code de}
 * @param billing null when it is where the parcel goes
 * @param shippingMethod code of a way of sending
 * @param paymentMethod how what gift cards do not pay will be paid
 * @param coupon as it was typed, blank for none; empty where the one counts that was kept for the
 *     cart
 * @param giftCards in the order in which they are to be used; where a page orders, those that its
 *     checkout keeps are used too
 * @param expected what the buyer was told that it costs; empty where nobody was told
 */
public record PlaceOrder(
    long cart,
    @NotNull Optional<Long> customer,
    @NotNull Optional<UUID> token,
    @NotNull Optional<IdempotencyKey> key,
    @NotNull @Pattern(regexp = "[a-z]{2}") String locale,
    @NotNull EmailAddress email,
    @NotNull PostalAddress shipping,
    PostalAddress billing,
    @NotNull @Size(max = 40) @Pattern(regexp = "[a-z0-9-]*+") String shippingMethod,
    @NotNull PaymentMethod paymentMethod,
    @NotNull Optional<@Size(max = 200) String> coupon,
    @NotNull @Size(max = GiftCard.MOST) List<@NotNull GiftCardCode> giftCards,
    @NotNull Optional<Money> expected,
    @NotNull Actor by) {}
