package shop.emporium.ejb.order;

import java.math.BigDecimal;
import org.joda.money.Money;
import shop.emporium.domain.order.LineRefund;

/**
 * A line of an order, as it was when it was bought.
 *
 * @param slug of the product, or null when it is not sold any more
 * @param options what tells the variant from its siblings; may be empty
 * @param picture file name, or null
 * @param items price of all pieces, before the discount
 * @param paid for all pieces: the discount taken off, the tax in it
 * @param packed pieces that are in parcels, wherever those are
 * @param returned pieces that came back
 * @param returnable pieces for which a return can be asked now
 */
public record OrderLineView(
    int position,
    long variant,
    long product,
    String sku,
    String slug,
    String name,
    String options,
    String picture,
    int quantity,
    Money unitPrice,
    Money items,
    Money discount,
    BigDecimal taxPercent,
    Money tax,
    Money paid,
    int packed,
    int returned,
    int returnable) {

  /** Pieces that are still to be packed. */
  public int unpacked() {
    return quantity - packed;
  }

  /** What is given back for pieces of it. */
  public LineRefund refund() {
    return new LineRefund(paid, quantity, returned);
  }
}
