package shop.emporium.tests.torture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the database for every promise: those of the view {@code broken_promise}, by their names,
 * and those that only a suite can ask for, since they are true only when nothing is under way.
 */
final class Promises {

  private static final String VIEWS =
      "SELECT definition FROM pg_views WHERE viewname LIKE 'broken_promise%' ORDER BY"
          + " length(viewname) DESC";

  private static final Pattern NAME = Pattern.compile("SELECT\\s+'((?:[^']|'')+)'::text");

  /** Each yields what is broken and how; the parameter is whose orders are looked at. */
  private static final Map<String, String> AT_REST = new LinkedHashMap<>();

  static {
    AT_REST.put(
        "captured is what paid orders cost, without what was given back",
        """
        SELECT 'all', format('%s kept, %s wanted', p.kept, o.wanted)
          FROM (SELECT coalesce(sum(captured_minor - refunded_minor), 0) AS kept FROM payment p JOIN shop_order o ON o.number = p.order_number
                 WHERE o.email LIKE ?) p,
               (SELECT coalesce(sum(o.due_minor), 0)
                       - coalesce(sum((SELECT sum(r.amount_minor) FROM refund r JOIN payment p ON p.id = r.payment_id
                                        WHERE p.order_number = o.number AND r.status = 'DONE')), 0) AS wanted
                  FROM shop_order o WHERE o.paid_at IS NOT NULL AND o.email LIKE ?) o
         WHERE p.kept <> o.wanted
        """);
    AT_REST.put(
        "the provider took what the shop thinks",
        """
        SELECT coalesce(d.label, 'EM-' || p.order_number), format('provider %s, shop %s', d.kept, p.kept)
          FROM (SELECT reference, label, CASE status WHEN 'APPROVED' THEN amount_minor - refunded_minor ELSE 0 END AS kept FROM demo_payment) d
          FULL JOIN (SELECT p.reference, p.order_number, p.captured_minor - p.refunded_minor AS kept FROM payment p
                      WHERE p.provider = 'demo') p ON p.reference = d.reference
          LEFT JOIN shop_order o ON o.number = p.order_number
         WHERE (o.number IS NULL OR o.email LIKE ?) AND coalesce(d.kept, 0) <> coalesce(p.kept, 0)
        """);
    AT_REST.put(
        "an order is paid once",
        """
        SELECT o.number, format('%s times', count(*)) FROM order_event e JOIN shop_order o ON o.number = e.order_number
         WHERE e.from_status = 'PLACED' AND e.to_status = 'PAID' AND o.email LIKE ? GROUP BY o.number HAVING count(*) > 1
        """);
    AT_REST.put(
        "every mail once",
        """
        SELECT o.email, format('%s confirmations of %s paid orders', m.mails, o.paid)
          FROM (SELECT email, count(*) AS paid FROM shop_order WHERE paid_at IS NOT NULL AND email LIKE ? GROUP BY email) o
          LEFT JOIN LATERAL (SELECT count(*) AS mails FROM mail WHERE to_address = o.email AND template = 'order-confirmed') m ON true
         WHERE m.mails <> o.paid
        UNION ALL
        SELECT to_address, format('%s mails of %s', count(*), template) FROM mail WHERE to_address LIKE ?
         GROUP BY to_address, template HAVING count(*) > (SELECT count(*) FROM shop_order o WHERE o.email = to_address)
        """);
    AT_REST.put(
        "a history is a chain",
        """
        SELECT h.order_number, format('from %s after %s', h.from_status, h.before)
          FROM (SELECT e.*, lag(e.to_status) OVER (PARTITION BY e.order_number ORDER BY e.id) AS before FROM order_event e) h
          JOIN shop_order o ON o.number = h.order_number
         WHERE o.email LIKE ? AND h.from_status IS DISTINCT FROM h.before
        """);
    AT_REST.put(
        "nothing of a cancelled order is in a parcel",
        """
        SELECT o.number, s.status FROM shop_order o JOIN shipment s ON s.order_number = o.number
         WHERE o.status = 'CANCELLED' AND s.status <> 'UNPACKED' AND o.email LIKE ?
        """);
    AT_REST.put(
        "no checkout waits for an order that is over",
        """
        SELECT c.id, c.status FROM checkout c JOIN shop_order o ON o.checkout_token = c.token
         WHERE c.status = 'PAYING' AND o.status <> 'PLACED' AND o.email LIKE ?
        """);
    AT_REST.put(
        "no person has to look at a payment",
        """
        SELECT o.number, p.trouble FROM payment p JOIN shop_order o ON o.number = p.order_number
         WHERE p.trouble IS NOT NULL AND o.email LIKE ?
        """);
  }

  private Promises() {}

  /** All, with what is broken of each. */
  static List<Promise> of(String run, Map<String, Integer> received) {
    Map<String, List<String>> broken = new LinkedHashMap<>();
    names().forEach(name -> broken.put(name, new ArrayList<>()));
    Base.rows("SELECT promise, subject, detail FROM broken_promise")
        .forEach(
            row ->
                broken
                    .computeIfAbsent(row.get(0), name -> new ArrayList<>())
                    .add(row.get(1) + ": " + row.get(2)));
    AT_REST.forEach((name, sql) -> broken.put(name, atRest(sql, run)));
    broken.put("what came in is still counted", counted(run, received));
    return broken.entrySet().stream()
        .map(one -> new Promise(one.getKey(), List.copyOf(one.getValue())))
        .toList();
  }

  /** As they stand in the view and those that it is made of. */
  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String view : Base.texts(VIEWS)) {
      Matcher name = NAME.matcher(view);
      while (name.find()) {
        names.add(name.group(1).replace("''", "'"));
      }
    }
    return names;
  }

  private static List<String> atRest(String sql, String run) {
    long parameters = sql.chars().filter(letter -> letter == '?').count();
    Object[] values = new Object[(int) parameters];
    Arrays.fill(values, run + "-%");
    return Base.rows(sql, values).stream().map(row -> row.get(0) + ": " + row.get(1)).toList();
  }

  /** Pieces that the suite brought are available, reserved or sold, each once. */
  private static List<String> counted(String run, Map<String, Integer> received) {
    return Base.rows(
            "SELECT sku, available, reserved, sold FROM product_variant WHERE sku LIKE ?",
            run.toUpperCase(Locale.ROOT) + "-%")
        .stream()
        .filter(
            row ->
                row.subList(1, 4).stream().mapToInt(Integer::parseInt).sum()
                        != received.get(row.get(0))
                    || row.stream().anyMatch(column -> column.startsWith("-")))
        .map(
            row ->
                "%s: %s of %s".formatted(row.get(0), row.subList(1, 4), received.get(row.get(0))))
        .toList();
  }
}
