package shop.emporium.tests.integration;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.Credentials;
import shop.emporium.ejb.customer.NewCustomer;
import shop.emporium.ejb.customer.OpenedSignIn;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.StoredPassword;

/**
 * What tests of accounts share: people, and a look into the mails that they get. A mail is seen
 * when it is put into the outbox, whatever becomes of it there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class People {

  static final String PASSWORD = "one two three four";
  static final Caller HOME = Caller.of("203.0.113.7", "Browser at home");

  @Inject private Fixture shop;
  @Inject private AccountService accounts;
  @Inject private SignInService signIns;

  /** Begins without people and mails. */
  public void none() {
    // The shop forgets what a mail said as soon as it is sent; this remembers it.
    shop.execute(
        """
        CREATE TABLE IF NOT EXISTS seen_mail (
          id bigint GENERATED ALWAYS AS IDENTITY, to_address text, template text, details jsonb,
          link text GENERATED ALWAYS AS (details ->> 'link') STORED,
          amount text GENERATED ALWAYS AS (details ->> 'amount') STORED)
        """);
    shop.execute(
        """
        CREATE OR REPLACE FUNCTION see_mail() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO seen_mail (to_address, template, details)
              VALUES (NEW.to_address, NEW.template, NEW.details);
            RETURN NULL;
          END
        $$
        """);
    shop.execute(
        "CREATE OR REPLACE TRIGGER see_mail AFTER INSERT ON mail FOR EACH ROW EXECUTE FUNCTION see_mail()");
    shop.execute("TRUNCATE customer, throttle, mail, seen_mail CASCADE");
  }

  /** Registers somebody with {@link #PASSWORD}; returns the id. */
  public long register(String email) {
    accounts.register(new NewCustomer(email, PASSWORD, "Jo Doe", "en"), HOME);
    return id(email);
  }

  /** The id of whom an address belongs to. */
  public long id(String email) {
    return shop.number(
        "SELECT id FROM customer WHERE email_key = '"
            + EmailAddress.parse(email).orElseThrow().key()
            + "'");
  }

  /** Signs in with a password, as from home. */
  public long signIn(String email, String password) {
    return accounts.authenticate(new Credentials(email, password), HOME).customer();
  }

  /** Begins a sign-in of somebody who has proved the password. */
  public OpenedSignIn begin(long customer, boolean isRemembered) {
    return begin(customer, isRemembered, HOME);
  }

  /** Begins a sign-in from elsewhere. */
  public OpenedSignIn begin(long customer, boolean isRemembered, Caller caller) {
    String hash =
        shop.text("SELECT password_hash FROM customer WHERE id = " + customer).orElse("erased");
    return signIns.begin(new StoredPassword(customer, hash), isRemembered, caller);
  }

  /** Opens a link that confirms an address, of a new account with {@link #PASSWORD}. */
  public void confirm(String link) {
    accounts.confirm(link, Optional.empty(), PASSWORD, HOME);
  }

  /** How many such mails went to an address. */
  public long mails(String to, String template) {
    return shop.number(
        "SELECT count(*) FROM seen_mail WHERE to_address = '%s' AND template = '%s'"
            .formatted(to, template));
  }

  /** What opens something in the newest such mail to an address. */
  public String token(String to, String template) {
    Optional<String> link =
        shop.text(
            "SELECT link FROM seen_mail WHERE to_address = '%s' AND template = '%s' ORDER BY id DESC"
                .formatted(to, template));
    return link.orElseThrow().substring(link.orElseThrow().indexOf("token=") + "token=".length());
  }

  /** An address in Berlin. */
  static AddressFields address(String name, boolean isPreferred) {
    return new AddressFields(name, "Main St 1", "", "Berlin", "", "10115", "DE", "", isPreferred);
  }
}
