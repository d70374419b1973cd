package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.ejb.shared.mail.MailDraft;
import shop.emporium.ejb.shared.mail.MailOutbox;

/**
 * The mails about accounts, put into the transaction of what they tell of. They go to the address
 * that the shop knows, never to one that somebody just typed, except for the one by which that is
 * confirmed.
 */
@ApplicationScoped
class AccountMails {

  private static final String SHOP = "Emporium";
  private static final String CONFIRM_PAGE = "/account/confirm?token=";
  private static final String RESET_PAGE = "/password/reset?token=";
  private static final String FORGOT_PAGE = "/password/forgot";
  private static final String HELP_PAGE = "/help";
  private static final String SECURITY_PAGE = "/account/security";

  @Inject private MailOutbox outbox;
  @Inject private StoreSettings settings;

  void confirmAddress(Customer customer, Secret link) {
    send(customer.getEmail(), "confirm-address", customer, CONFIRM_PAGE + link.value());
  }

  /** To the address that is to be: only its owner can confirm it. */
  void changeAddress(Customer customer, EmailAddress newEmail, Secret link) {
    send(newEmail, "change-address", customer, CONFIRM_PAGE + link.value());
  }

  /**
   * To the address that was: its owner has to know when somebody else did it. It has no account any
   * more by which he could mend that himself, so he is led to people.
   */
  void addressChanged(Customer customer, EmailAddress before) {
    send(before, "address-changed", customer, HELP_PAGE);
  }

  void resetPassword(Customer customer, Secret link) {
    send(customer.getEmail(), "reset-password", customer, RESET_PAGE + link.value());
  }

  /** To who has an account and registered anew, or had it done by somebody else. */
  void alreadyRegistered(Customer customer, Secret link) {
    send(customer.getEmail(), "already-registered", customer, RESET_PAGE + link.value());
  }

  void passwordChanged(Customer customer) {
    send(customer.getEmail(), "password-changed", customer, FORGOT_PAGE);
  }

  void signInStolen(Customer customer) {
    send(customer.getEmail(), "sign-in-stolen", customer, SECURITY_PAGE);
  }

  void passkeyAdded(Customer customer) {
    send(customer.getEmail(), "passkey-added", customer, SECURITY_PAGE);
  }

  void passkeyRemoved(Customer customer) {
    send(customer.getEmail(), "passkey-removed", customer, SECURITY_PAGE);
  }

  void secondFactorOn(Customer customer) {
    send(customer.getEmail(), "second-factor-on", customer, SECURITY_PAGE);
  }

  void secondFactorOff(Customer customer) {
    send(customer.getEmail(), "second-factor-off", customer, SECURITY_PAGE);
  }

  void recoveryCodeUsed(Customer customer) {
    send(customer.getEmail(), "recovery-code-used", customer, SECURITY_PAGE);
  }

  private void send(EmailAddress to, String template, Customer customer, String page) {
    outbox.put(
        customer.getId(),
        new MailDraft(
            to.text(),
            template,
            customer.getLocale(),
            Map.of(
                "name",
                customer.getName(),
                "link",
                settings.home() + "/" + customer.getLocale().getLanguage() + page,
                "shop",
                SHOP)));
  }
}
