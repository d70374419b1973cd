package shop.emporium.ejb.cart;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A cart as it is shown.
 *
 * @param count pieces over all lines
 * @param subtotal sum of the lines, VAT included, delivery not
 */
public record CartView(List<CartLineView> lines, int count, Money subtotal) {

  static CartView of(List<CartLineView> lines, CurrencyUnit currency) {
    return new CartView(
        lines,
        lines.stream().mapToInt(CartLineView::quantity).sum(),
        lines.stream().map(CartLineView::total).reduce(Money.zero(currency), Money::plus));
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The line of this SKU. */
  public Optional<CartLineView> line(String sku) {
    return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
  }
}
