package shop.emporium.tests.torture;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers every call of a run, and everything that was not as it should be. */
final class Ledger {

  /** More of one scenario say nothing more. */
  private static final int MOST_FINDINGS = 50;

  private final Queue<OrderCall> calls = new ConcurrentLinkedQueue<>();
  private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> rounds = new ConcurrentHashMap<>();

  /** Something that was not as it should be. */
  record Finding(String scenario, String text) {}

  void add(OrderCall call) {
    calls.add(call);
  }

  void count(int status) {
    statuses.computeIfAbsent(status, one -> new AtomicInteger()).incrementAndGet();
  }

  void played(String scenario) {
    rounds.computeIfAbsent(scenario, one -> new AtomicInteger()).incrementAndGet();
  }

  void find(String scenario, String text) {
    long before = findings.stream().filter(one -> one.scenario().equals(scenario)).count();
    if (before < MOST_FINDINGS) {
      findings.add(new Finding(scenario, text));
    }
  }

  List<OrderCall> calls() {
    return List.copyOf(calls);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** How often each status was answered. */
  Map<Integer, AtomicInteger> statuses() {
    return new TreeMap<>(statuses);
  }

  /** How often each scenario was played. */
  Map<String, AtomicInteger> rounds() {
    return new TreeMap<>(rounds);
  }
}
