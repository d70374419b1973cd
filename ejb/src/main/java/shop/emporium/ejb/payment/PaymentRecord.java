package shop.emporium.ejb.payment;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.payment.PaymentStatus;

/**
 * A payment as it was read, without a lock.
 *
 * @param reference what the provider is told with each call
 * @param providerId what the provider calls it, or null where that is not known
 * @param isUnwanted whether its order is cancelled, so that it is to be called off
 * @param payUntil until when its order waits
 * @param declinedFor why it came to nothing, or null
 */
public record PaymentRecord(
    long id,
    OrderNumber order,
    UUID reference,
    String provider,
    String providerId,
    PaymentStatus status,
    Money amount,
    boolean isUnwanted,
    Instant payUntil,
    String declinedFor) {

  /**
   * Whether its provider has had all the time in the world: what it does not know now, never is. Of
   * transfers nobody is asked; their orders are cancelled when their time is over, not given up to
   * be tried again.
   */
  boolean isGivenUp(Instant now) {
    return !provider.equals(TransferGateway.NAME)
        && now.isAfter(payUntil.plus(PaymentQueries.GRACE));
  }
}
