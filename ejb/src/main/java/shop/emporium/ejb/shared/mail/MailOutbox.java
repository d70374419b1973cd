package shop.emporium.ejb.shared.mail;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Takes mails in the transaction of what they tell of. */
@ApplicationScoped
public class MailOutbox {

  @PersistenceContext private EntityManager entityManager;

  /** Puts a mail, which is sent if and only if the caller's transaction commits. */
  public void put(MailDraft draft) {
    JsonObjectBuilder details = JSON.createObjectBuilder();
    draft.values().forEach(details::add);
    entityManager
        .createNativeQuery(
            "INSERT INTO mail (to_address, template, locale, details)"
                + " VALUES (:to, :template, :locale, CAST(:details AS jsonb))")
        .setParameter("to", draft.to())
        .setParameter("template", draft.template())
        .setParameter("locale", draft.locale().toLanguageTag())
        .setParameter("details", details.build().toString())
        .executeUpdate();
  }
}
