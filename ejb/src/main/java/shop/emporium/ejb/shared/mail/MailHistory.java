package shop.emporium.ejb.shared.mail;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.shared.SqlMoment;

/**
 * The mails that somebody got, by their headings, for people who work here: who calls has made sure
 * that it is one. Mails are forgotten 30 days after they were sent.
 */
@Stateless
public class MailHistory {

  private static final String LATEST =
      """
      SELECT m.id, m.template, m.locale, m.created_at, m.sent_at IS NOT NULL AS is_sent
        FROM mail m WHERE %s ORDER BY m.created_at DESC, m.id DESC LIMIT :most
      """;

  private static final String OF_CUSTOMER = LATEST.formatted("m.customer_id = :customer");

  /** What is about an account is not shown for somebody who only names its address. */
  private static final String OF_ADDRESS =
      LATEST.formatted("lower(m.to_address COLLATE \"C\") = :email AND m.customer_id IS NULL");

  @PersistenceContext private EntityManager entityManager;

  /**
   * The last mails, the newest first.
   *
   * @param customer whose account they are about; 0 for a guest
   * @param emailKey a guest's address with A to Z in lower case; may be empty for a customer
   */
  public List<MailHeading> latest(
      @PositiveOrZero long customer,
      @NotNull @Size(max = 254) String emailKey,
      @Min(1) @Max(1000) int most) {
    Query query =
        customer > 0
            ? entityManager
                .createNativeQuery(OF_CUSTOMER, Tuple.class)
                .setParameter("customer", customer)
            : entityManager
                .createNativeQuery(OF_ADDRESS, Tuple.class)
                .setParameter("email", emailKey);
    return headings(query.setParameter("most", most));
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static List<MailHeading> headings(Query query) {
    List<Tuple> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new MailHeading(
                    ((Number) row.get("id")).longValue(),
                    (String) row.get("template"),
                    Locale.forLanguageTag((String) row.get("locale")),
                    SqlMoment.of(row.get("created_at")),
                    (Boolean) row.get("is_sent")))
        .toList();
  }
}
