package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shop.emporium.domain.shared.DeliveryEstimate;

/** Reckons the figures of some days: by day, by agent and in all, in one statement. */
@ApplicationScoped
class FiguresQueries {

  /** Who leaves a form does not wait at the other end, and would make minutes of hours. */
  private static final String FIGURES =
      """
      WITH picked AS (
        SELECT CAST(CAST(c.created_at AT TIME ZONE :zone AS date) AS text) AS day, c.agent_id,
               CASE WHEN c.channel = 'CHAT' THEN extract(epoch FROM c.assigned_at - c.asked_at) END AS waited,
               CASE WHEN c.channel = 'CHAT' THEN extract(epoch FROM c.answered_at - c.asked_at) END AS answered,
               c.status = 'CLOSED' AS is_closed, c.stars
          FROM conversation c
         WHERE c.created_at >= CAST(:from AS timestamp) AT TIME ZONE :zone
           AND c.created_at < CAST(:end AS timestamp) AT TIME ZONE :zone)
      SELECT s.day, coalesce(s.agent_id, 0) AS agent, coalesce(max(a.name), '') AS name,
             grouping(s.day) AS no_day, grouping(s.agent_id) AS no_agent,
             count(*) AS conversations,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(s.waited, 0)) FILTER (WHERE s.waited IS NOT NULL) AS waiting_median,
             percentile_cont(0.95) WITHIN GROUP (ORDER BY greatest(s.waited, 0)) FILTER (WHERE s.waited IS NOT NULL) AS waiting_95,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(s.answered, 0)) FILTER (WHERE s.answered IS NOT NULL) AS answer_median,
             percentile_cont(0.95) WITHIN GROUP (ORDER BY greatest(s.answered, 0)) FILTER (WHERE s.answered IS NOT NULL) AS answer_95,
             count(*) FILTER (WHERE s.is_closed) AS resolved, CAST(avg(s.stars) AS numeric) AS stars
        FROM picked s LEFT JOIN customer a ON a.id = s.agent_id
       GROUP BY GROUPING SETS ((s.day), (s.agent_id), ())
      """;

  @PersistenceContext private EntityManager entityManager;

  FiguresView of(LocalDate from, LocalDate until) {
    List<Tuple> rows =
        InboxRows.of(
            entityManager
                .createNativeQuery(FIGURES, Tuple.class)
                .setParameter("zone", DeliveryEstimate.PLACE.getId())
                .setParameter("from", from.toString())
                .setParameter("end", until.plusDays(1).toString()));
    FiguresView.Sum total = FiguresView.Sum.NONE;
    Map<String, FiguresView.Sum> byDay = new HashMap<>();
    List<FiguresView.Agent> agents = new ArrayList<>();
    for (Tuple row : rows) {
      if (InboxRows.id(row, "no_day") == 0) {
        byDay.put((String) row.get("day"), sum(row));
      } else if (InboxRows.id(row, "no_agent") > 0) {
        total = sum(row);
      } else if (InboxRows.id(row, "agent") > 0) {
        agents.add(
            new FiguresView.Agent(InboxRows.id(row, "agent"), (String) row.get("name"), sum(row)));
      }
    }
    agents.sort(Comparator.comparing(FiguresView.Agent::name).thenComparing(FiguresView.Agent::id));
    List<FiguresView.Day> days =
        from.datesUntil(until.plusDays(1))
            .map(
                day ->
                    new FiguresView.Day(
                        day, byDay.getOrDefault(day.toString(), FiguresView.Sum.NONE)))
            .toList();
    return new FiguresView(from, until, total, days, List.copyOf(agents));
  }

  private static FiguresView.Sum sum(Tuple row) {
    Number stars = (Number) row.get("stars");
    return new FiguresView.Sum(
        (int) InboxRows.id(row, "conversations"),
        seconds(row, "waiting_median"),
        seconds(row, "waiting_95"),
        seconds(row, "answer_median"),
        seconds(row, "answer_95"),
        (int) InboxRows.id(row, "resolved"),
        stars == null ? null : new BigDecimal(stars.toString()).setScale(1, RoundingMode.HALF_UP));
  }

  private static Integer seconds(Tuple row, String column) {
    Number value = (Number) row.get(column);
    return value == null
        ? null
        : (int) Math.min(Integer.MAX_VALUE, Math.round(value.doubleValue()));
  }
}
