package shop.emporium.tests.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What is done when all is over: clocks are put forward, so that nothing is under way any more, and
 * every call is asked again at every node.
 */
final class Aftermath {

  static final String SETTLING = "all comes to an end";
  static final String ONE_ANSWER = "a key has one answer, at every node";
  static final String ONE_ORDER = "a key has one order, and its caller knows";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Losers of a race are all told the same: some of them stand for all. */
  private static final int LOSERS = 60;

  private static final int THREADS = 12;

  /** Clocks are put forward in the database, in the order in which rows are locked. */
  private static final List<String> HURRY =
      List.of(
          "UPDATE demo_payment SET decide_at = now() WHERE status = 'PENDING' AND decide_at >"
              + " now()",
          "UPDATE shop_order SET pay_until = now() - interval '10 minutes' WHERE status = 'PLACED'"
              + " AND payment_method = 'card'",
          "UPDATE payment SET next_look_at = now() WHERE next_look_at > now() AND provider ="
              + " 'demo'",
          "UPDATE refund SET next_look_at = now() WHERE status = 'REQUESTED' AND next_look_at >"
              + " now()",
          "UPDATE stray_money SET next_look_at = now() WHERE returned_at IS NULL AND next_look_at >"
              + " now()",
          "UPDATE demo_notice SET next_attempt_at = now() WHERE copies > 0 AND next_attempt_at >"
              + " now()");

  private static final String UNDER_WAY =
      """
      SELECT (SELECT count(*) FROM demo_payment WHERE status = 'PENDING')
             + (SELECT count(*) FROM shop_order WHERE status = 'PLACED' AND payment_method = 'card')
             + (SELECT count(*) FROM payment WHERE next_look_at IS NOT NULL AND provider = 'demo')
             + (SELECT count(*) FROM refund WHERE status = 'REQUESTED')
             + (SELECT count(*) FROM stray_money WHERE returned_at IS NULL)
             + (SELECT count(*) FROM demo_notice WHERE copies > 0)
      """;

  private final Ledger ledger;
  private final Random random;

  Aftermath(Ledger ledger, Random random) {
    this.ledger = ledger;
    this.random = random;
  }

  /** Waits until nothing is under way. */
  void settle() {
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(2))
          .pollDelay(Duration.ZERO)
          .until(
              () -> {
                HURRY.forEach(Base::run);
                return Base.number(UNDER_WAY) == 0;
              });
    } catch (ConditionTimeoutException never) {
      ledger.find(SETTLING, Base.number(UNDER_WAY) + " things are under way for ever");
    }
  }

  /** Asks calls again, each at every node. */
  void askAgain() {
    List<OrderCall> calls = worthAsking();
    Doors doors = new Doors(random);
    try (Crowd crowd = new Crowd(THREADS)) {
      crowd.all(
          calls.size(),
          i -> {
            OrderCall call = calls.get(i);
            List<Outcome> before = call.answers();
            Set<Outcome> now =
                Doors.nodes(OrderCall.PATH).stream()
                    .map(node -> call.placeAt(node, doors))
                    .collect(Collectors.toSet());
            boolean isOne = now.stream().map(Outcome::about).distinct().count() == 1;
            boolean isSame =
                before.stream().allMatch(one -> now.stream().allMatch(one::agreesWith));
            if (!isOne || !isSame || before.isEmpty()) {
              ledger.find(ONE_ANSWER, "Told %s, and afterwards %s".formatted(before, now));
            }
            return i;
          });
    }
  }

  private List<OrderCall> worthAsking() {
    List<OrderCall> worth = new ArrayList<>();
    List<OrderCall> losers = new ArrayList<>();
    for (OrderCall call : ledger.calls()) {
      if (call.isRepeatable()) {
        boolean isLoser = call.last() != null && call.last().is("out-of-stock");
        (isLoser ? losers : worth).add(call);
      }
    }
    Collections.shuffle(losers, random);
    worth.addAll(losers.subList(0, Math.min(LOSERS, losers.size())));
    return worth;
  }

  /** Compares what buyers were told with the orders that there are. */
  void compare(String run) {
    Map<String, Set<String>> told = new TreeMap<>();
    for (OrderCall call : ledger.calls()) {
      Set<String> orders = told.computeIfAbsent(call.email(), email -> new HashSet<>());
      if (call.last() != null && call.last().isPaid()) {
        orders.add(call.last().about());
      }
    }
    Map<String, Set<String>> there = new TreeMap<>();
    Base.rows(
            "SELECT email, 'EM-' || number FROM shop_order WHERE email LIKE ? AND paid_at IS NOT"
                + " NULL",
            run + "-%")
        .forEach(
            row -> there.computeIfAbsent(row.get(0), email -> new HashSet<>()).add(row.get(1)));
    told.forEach(
        (email, orders) -> {
          Set<String> paid = there.getOrDefault(email, Set.of());
          if (!paid.equals(orders)) {
            ledger.find(ONE_ORDER, "%s was told %s, paid are %s".formatted(email, orders, paid));
          }
        });
  }
}
