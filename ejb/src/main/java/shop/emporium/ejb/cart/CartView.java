package shop.emporium.ejb.cart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A cart as it is shown.
 *
 * @param id as {@link CartChanged} names it; null where there is none, or nothing is in it
 * @param lines what is in it, in the order in which it was put in
 * @param saved what is saved for later
 * @param count pieces over all lines; what is saved is not counted
 * @param subtotal sum of the lines, VAT included, delivery not
 * @param joined how many lines a customer's cart held already when a guest's was merged into it; 0
 *     once that has been read
 * @param dropped for how many saved lines a merge found no room; 0 once that has been read
 */
public record CartView(
    Long id,
    List<CartLineView> lines,
    List<CartLineView> saved,
    int count,
    Money subtotal,
    int joined,
    int dropped) {

  /** A cart of all its lines, saved or not. */
  static CartView of(
      Long id, List<CartLineView> all, int joined, int dropped, CurrencyUnit currency) {
    List<CartLineView> lines = all.stream().filter(line -> !line.saved()).toList();
    return new CartView(
        id,
        lines,
        all.stream().filter(CartLineView::saved).toList(),
        lines.stream().mapToInt(CartLineView::quantity).sum(),
        lines.stream().map(CartLineView::total).reduce(Money.zero(currency), Money::plus),
        joined,
        dropped);
  }

  static CartView empty(CurrencyUnit currency) {
    return of(null, List.of(), 0, 0, currency);
  }

  /** Whether nothing is in it; something may be saved for later all the same. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The line of this SKU. */
  public Optional<CartLineView> line(String sku) {
    return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
  }

  /** What is saved for later of this SKU. */
  public Optional<CartLineView> savedLine(String sku) {
    return saved.stream().filter(line -> line.sku().equals(sku)).findFirst();
  }

  /** What became different by itself since the shopper saw it last, line by line. */
  public List<CartNews> news() {
    return Stream.concat(lines.stream(), saved.stream())
        .flatMap(line -> line.news().stream())
        .toList();
  }

  /** Whether there is anything that the shopper should read. */
  public boolean isNewsworthy() {
    return joined > 0 || dropped > 0 || !news().isEmpty();
  }
}
