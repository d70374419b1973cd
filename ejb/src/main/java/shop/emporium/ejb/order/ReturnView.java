package shop.emporium.ejb.order;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.order.ReturnStatus;

/**
 * A return that was asked for.
 *
 * @param note what its buyer says of it; may be empty
 * @param answer what the shop says of it; may be empty
 * @param refund what is given back; null until it is accepted
 */
public record ReturnView(
    long id,
    ReturnStatus status,
    ReturnReason reason,
    String note,
    Instant askedAt,
    String answer,
    Money refund,
    List<ParcelView.Pieces> pieces) {}
