package shop.emporium.ejb.payment;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Money that goes back by transfer: a person makes it, and says so.
 *
 * @param id of the refund; of the payment where no order wanted its money
 * @param isStray whether no order wanted it
 * @param reference by which people name it; no other has the same
 * @param isDone whether somebody has said that it was transferred
 * @param since when it was asked for
 * @param why it goes back, in words
 */
public record TransferBack(
    long id,
    boolean isStray,
    UUID reference,
    Money amount,
    boolean isDone,
    Instant since,
    String why) {}
