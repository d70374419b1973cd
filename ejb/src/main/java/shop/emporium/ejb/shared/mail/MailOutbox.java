package shop.emporium.ejb.shared.mail;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Takes mails to be sent.
 *
 * <p>A mail belongs to the transaction of its caller: it goes out within seconds after a commit,
 * and never when the caller rolls back. Who calls it does not wait for any mail server.
 */
@Stateless
public class MailOutbox {

  private static final String INSERT =
      """
      INSERT INTO mail (customer_id, to_address, template, locale, details, message_id)
      VALUES (nullif(:customer, 0), :to, :template, :locale, CAST(:details AS jsonb), :id)
      """;

  @PersistenceContext private EntityManager entityManager;
  @Inject private StoreSettings settings;

  /**
   * Puts a mail into the outbox.
   *
   * @param customer whose account it is about, who is shown it and has it erased with the account;
   *     0 for a guest
   * @throws IllegalArgumentException when there are no texts for such a mail, which is a mistake in
   *     code
   */
  public void put(@PositiveOrZero long customer, @NotNull MailDraft draft) {
    if (!Letters.knows(draft.template())) {
      throw new IllegalArgumentException("There are no texts for this mail: " + draft.template());
    }
    JsonObjectBuilder details = JSON.createObjectBuilder();
    draft.values().forEach(details::add);
    entityManager
        .createNativeQuery(INSERT)
        .setParameter("customer", customer)
        .setParameter("to", draft.to())
        .setParameter("template", draft.template())
        .setParameter("locale", MailTexts.languageOf(draft.locale()))
        .setParameter("details", details.build().toString())
        .setParameter("id", UUID.randomUUID() + "@" + settings.mailDomain())
        .executeUpdate();
  }
}
