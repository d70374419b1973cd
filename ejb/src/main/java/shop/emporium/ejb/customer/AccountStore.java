package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.customer.CustomerToken;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.Role;
import shop.emporium.domain.customer.TokenPurpose;
import shop.emporium.domain.shared.Secret;

/**
 * Reads and writes accounts, each call in one short transaction, for services that calculate hashes
 * between such calls. Passwords never come here, only what is stored of them.
 */
@Stateless
public class AccountStore {

  private static final int PURGE_BATCH = 500;

  @Inject private CustomerRepository customers;
  @Inject private SignInRepository signIns;
  @Inject private SecondFactorRepository secondFactors;
  @Inject private AccountMails mails;

  /** What checks the password of the customer with this address. */
  public Optional<StoredPassword> password(EmailAddress email) {
    return customers.password(email);
  }

  /** Replaces what checks a password by something that took more effort. */
  public void rehash(StoredPassword known, String hash) {
    customers.rehash(known, hash);
  }

  /** The address of a customer. */
  public EmailAddress email(long customer) {
    return customers.find(customer).orElseThrow(UnknownEntryException::new).getEmail();
  }

  /** The address of whom a link of this purpose is for, if it is good. */
  public Optional<EmailAddress> ownerOf(Secret link, TokenPurpose purpose) {
    return redeem(link, Instant.now())
        .filter(token -> token.getPurpose() == purpose)
        .map(token -> token.getCustomer().getEmail());
  }

  /**
   * Makes an account, or, where the address has one, tells its owner by mail and changes nothing.
   * Whoever asked cannot tell the two apart.
   */
  public void register(NewCustomer wanted, EmailAddress email, String hash) {
    customers.reserve(email);
    Instant now = Instant.now();
    Optional<Customer> known = customers.lockByEmail(email);
    Customer customer =
        known.orElseGet(
            () -> add(email, wanted.name(), hash, wanted.language(), Role.SHOPPER, now));
    if (customer.isConfirmed()) {
      Secret link = Secret.random();
      customers.issue(CustomerToken.toReset(customer, link, now));
      mails.alreadyRegistered(customer, link);
    } else {
      sendConfirmation(customer, now);
    }
  }

  /** Makes an account that is confirmed already, unless the address has one. */
  public void addConfirmed(EmailAddress email, String name, String hash, Role role) {
    customers.reserve(email);
    if (!customers.isTaken(email)) {
      Instant now = Instant.now();
      add(email, name, hash, Locale.ENGLISH.getLanguage(), role, now).confirm(now);
    }
  }

  private Customer add(
      EmailAddress email, String name, String hash, String language, Role role, Instant now) {
    Customer customer = new Customer(email, name, hash, Locale.forLanguageTag(language), role, now);
    customers.add(customer);
    return customer;
  }

  /** Sends the link by which a customer confirms the address, unless that is done. */
  public void sendConfirmation(long id) {
    Customer customer = customers.lock(id).orElseThrow(UnknownEntryException::new);
    if (!customer.isConfirmed()) {
      sendConfirmation(customer, Instant.now());
    }
  }

  private void sendConfirmation(Customer customer, Instant now) {
    Secret link = Secret.random();
    customers.issue(CustomerToken.toConfirm(customer, link, now));
    mails.confirmAddress(customer, link);
  }

  /** Sends the link by which another password is chosen, if the address has an account. */
  public void sendReset(EmailAddress email) {
    customers.lockByEmail(email).ifPresent(customer -> sendReset(customer, Instant.now()));
  }

  private void sendReset(Customer customer, Instant now) {
    Secret link = Secret.random();
    customers.issue(CustomerToken.toReset(customer, link, now));
    mails.resetPassword(customer, link);
  }

  /** Sends a link to the address to which a customer wants to move, unless it has an account. */
  public void sendMove(long id, EmailAddress newEmail) {
    Customer customer = customers.lock(id).orElseThrow(UnknownEntryException::new);
    if (customers.isTaken(newEmail) && !customer.getEmail().equals(newEmail)) {
      return;
    }
    Secret link = Secret.random();
    customers.issue(CustomerToken.toMove(customer, newEmail, link, Instant.now()));
    mails.changeAddress(customer, newEmail, link);
  }

  /**
   * Confirms the address, or moves to the one from which the link came back.
   *
   * @throws UnusableLinkException when it is no good link for one of these
   * @throws EmailTakenException when somebody else has registered the new address meanwhile
   */
  public void confirm(Secret link) {
    Instant now = Instant.now();
    CustomerToken token =
        redeem(link, now)
            .filter(good -> good.getPurpose() != TokenPurpose.RESET)
            .orElseThrow(UnusableLinkException::new);
    token.use(now);
    Customer customer = token.getCustomer();
    Optional<EmailAddress> newEmail = token.getNewEmail();
    if (newEmail.isEmpty()) {
      customer.confirm(now);
      return;
    }
    customers.reserve(newEmail.get());
    if (customers.isTaken(newEmail.get()) && !customer.getEmail().equals(newEmail.get())) {
      throw new EmailTakenException();
    }
    // Links that went to the address before prove nothing about this one.
    customers.retire(customer, TokenPurpose.CONFIRM);
    customers.retire(customer, TokenPurpose.RESET);
    mails.addressChanged(customer, customer.moveTo(newEmail.get(), now));
  }

  /**
   * Chooses another password by a link. Whoever used the account until now is signed out
   * everywhere, and no other link of before is good any more.
   *
   * @throws UnusableLinkException when it is no good link for this
   */
  public void reset(Secret link, String hash) {
    Instant now = Instant.now();
    CustomerToken token =
        redeem(link, now)
            .filter(good -> good.getPurpose() == TokenPurpose.RESET)
            .orElseThrow(UnusableLinkException::new);
    token.use(now);
    Customer customer = token.getCustomer();
    customer.confirm(now);
    signIns.revokeAll(customer.getId());
    replacePassword(customer, hash);
  }

  /** Takes another password and ends all sign-ins but one. */
  public void changePassword(long id, String hash, long keptSignIn) {
    Customer customer = customers.lock(id).orElseThrow(UnknownEntryException::new);
    signIns.revokeOthers(id, keptSignIn);
    replacePassword(customer, hash);
  }

  private void replacePassword(Customer customer, String hash) {
    customer.changePassword(hash);
    customers.retire(customer, TokenPurpose.RESET);
    customers.retire(customer, TokenPurpose.CHANGE);
    secondFactors.forgetSteps(customer.getId());
    mails.passwordChanged(customer);
  }

  public Profile profile(long id) {
    return customers.find(id).map(Profile::of).orElseThrow(UnknownEntryException::new);
  }

  public Profile changeProfile(long id, ProfileChange change) {
    Customer customer = customers.lock(id).orElseThrow(UnknownEntryException::new);
    Optional.ofNullable(change.name()).ifPresent(customer::rename);
    Optional.ofNullable(change.language()).map(Locale::forLanguageTag).ifPresent(customer::speak);
    return Profile.of(customer);
  }

  /** Throws away some of the links that ran out before this moment; returns how many. */
  public int purgeLinks(Instant limit) {
    return customers.deleteLinksOverSince(limit, PURGE_BATCH);
  }

  /** A good link, its customer locked; erased customers have none. */
  private Optional<CustomerToken> redeem(Secret link, Instant now) {
    return customers
        .ownerOf(link)
        .flatMap(customers::lock)
        .flatMap(owner -> customers.token(link))
        .filter(token -> token.isGood(now));
  }
}
