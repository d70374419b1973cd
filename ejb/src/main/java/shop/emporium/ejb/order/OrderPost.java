package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.joda.money.Money;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.ejb.shared.mail.MailDraft;
import shop.emporium.ejb.shared.mail.MailOutbox;
import shop.emporium.ejb.shared.mail.MailRows;

/**
 * Writes to the buyer of an order, in the language in which it was placed.
 *
 * <p>Who has an account opens the order by signing in; a guest gets a link that opens it.
 */
@ApplicationScoped
class OrderPost {

  private static final String SHOP = "Emporium";

  @Inject private MailOutbox outbox;
  @Inject private OrderMailRepository sent;
  @Inject private StoreSettings settings;

  /**
   * Sends a mail, unless one of its kind was sent before.
   *
   * @param kind unique for the order
   * @param amount that the mail names; zero where it names none
   * @param first what stands above the goods and their prices; null for a mail without them
   */
  void send(OrderView order, String kind, String template, Money amount, Consumer<MailRows> first) {
    Secret link = Secret.random();
    if (order.isForgotten() || !sent.claim(order.number(), kind, link)) {
      return;
    }
    Locale locale = Locale.forLanguageTag(order.locale());
    Map<String, String> values = new HashMap<>();
    values.put("name", order.shipping().name());
    values.put("shop", SHOP);
    values.put("order", order.number().text());
    values.put("amount", money(amount, locale));
    values.put("link", address(order, link));
    if (first != null) {
      MailRows rows = new MailRows();
      first.accept(rows);
      if (!template.equals("order-shipped")) {
        paper(order, template, rows, locale);
      }
      values.put("rows", rows.json());
    }
    outbox.put(order.customer().orElse(0L), new MailDraft(order.email(), template, locale, values));
  }

  private String address(OrderView order, Secret link) {
    return base(order)
        + (order.customer().isPresent()
            ? "/login?next="
                + URLEncoder.encode(OrderPath.of(order.number()), StandardCharsets.UTF_8)
            : OrderPath.of(order.number(), link));
  }

  private String base(OrderView order) {
    return settings.home() + "/" + Locale.forLanguageTag(order.locale()).getLanguage();
  }

  /** What was bought and what it costs. */
  private void paper(OrderView order, String template, MailRows rows, Locale locale) {
    if (template.equals("order-placed")) {
      rows.named("bank.reference", order.number().text());
      rows.named(
          "bank.until", day(order.payUntil().atZone(DeliveryEstimate.PLACE).toLocalDate(), locale));
    }
    for (OrderLineView line : order.lines()) {
      rows.add(line.quantity() + " × " + name(line), money(line.items(), locale));
    }
    OrderTotals totals = order.totals();
    if (totals.discount().isPositive()) {
      String code = order.coupon();
      rows.named(
          code == null ? "discount" : "discount.code",
          "−" + money(totals.discount(), locale),
          code == null ? "" : code);
    }
    rows.named("delivery", money(totals.shipping(), locale), order.shippingName());
    String tax = totals.isTaxIncluded() ? "tax.in" : "tax.on";
    for (OrderTaxView rate : order.taxes()) {
      rows.named(tax, money(rate.tax(), locale), percent(rate, locale));
    }
    rows.named("total", money(totals.total(), locale));
    if (totals.giftCards().isPositive()) {
      rows.named("gift", "−" + money(totals.giftCards(), locale));
      rows.named("due", money(totals.due(), locale));
    }
  }

  private static String percent(OrderTaxView rate, Locale locale) {
    return NumberFormat.getNumberInstance(locale).format(rate.percent());
  }

  /** What a line is called, with its options. */
  static String name(OrderLineView line) {
    return line.options().isEmpty() ? line.name() : line.name() + ", " + line.options();
  }

  /** The days on which an order is expected. */
  String days(OrderView order) {
    Locale locale = Locale.forLanguageTag(order.locale());
    return order.arrivesFrom().equals(order.arrivesUntil())
        ? day(order.arrivesFrom(), locale)
        : day(order.arrivesFrom(), locale) + " – " + day(order.arrivesUntil(), locale);
  }

  private static String day(LocalDate date, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(locale).format(date);
  }

  private static String money(Money money, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
    format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    return format.format(money.getAmount());
  }
}
