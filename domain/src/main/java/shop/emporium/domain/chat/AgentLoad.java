package shop.emporium.domain.chat;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much agents have to do, and who is given what comes next: who has the least. */
public final class AgentLoad {

  private final int most;
  private final Map<Long, Integer> loads = new TreeMap<>();

  /**
   * The loads at a moment.
   *
   * @param most conversations that an agent is given; 0 gives nobody anything
   * @param ready agents who take conversations
   * @param known how many open ones each agent has
   */
  public AgentLoad(int most, Collection<Long> ready, Map<Long, Integer> known) {
    this.most = most;
    ready.forEach(agent -> loads.put(agent, known.getOrDefault(agent, 0)));
  }

  /** Who is given the next one; empty when all have enough. */
  public Optional<Long> next() {
    return loads.entrySet().stream()
        .filter(load -> load.getValue() < most)
        .min(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Comparator.comparing(Map.Entry::getKey)))
        .map(Map.Entry::getKey);
  }

  /** Notes that an agent was given one. */
  public void give(long agent) {
    loads.merge(agent, 1, Integer::sum);
  }
}
