package shop.emporium.ejb.order;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.checkout.Quote;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.DeliveryEstimate;

/**
 * An order to be written, with its own copy of everything.
 *
 * @param token of the attempt; an order has one of its own
 * @param checkout from which it comes
 * @param customer whose it is; empty for a guest's
 * @param locale language of its mails, such as {@code de}
 * @param goods what its lines are called, in the order of the quote's lines
 * @param billing null when it is where the parcel goes
 * @param coupon the code that was used, or null
 * @param shippingMethod code of the way of sending
 * @param shippingName what it is called in the buyer's language
 * @param payUntil until when it waits for its money
 */
public record NewOrder(
    @NotNull UUID token,
    long checkout,
    @NotNull Optional<Long> customer,
    @NotNull EmailAddress email,
    @NotNull String locale,
    @NotNull Quote quote,
    @NotEmpty List<OrderedGoods> goods,
    @NotNull PostalAddress shipping,
    PostalAddress billing,
    String coupon,
    @NotNull String shippingMethod,
    @NotNull String shippingName,
    @NotNull DeliveryEstimate arrival,
    @NotNull String paymentMethod,
    @NotNull Instant payUntil,
    @NotNull Actor by) {}
