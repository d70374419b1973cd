package shop.emporium.ejb.wishlist;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.MailAddress;
import shop.emporium.ejb.customer.MailThrottle;
import shop.emporium.ejb.wishlist.StockAlertRepository.Recipient;

/**
 * Takes down who wants to be told that something is back in stock.
 *
 * <p>Nobody gets a mail whom nobody has asked: an address that has not been confirmed, a guest's or
 * a new customer's, gets a link first, and the alert counts once that came back. Nobody learns here
 * whether an address waits for anything.
 *
 * <p>Attempts are counted in no other transaction: it would hold one connection to the database
 * while it waits for a second one, and a crowd of such would leave none for anybody.
 */
@Stateless
public class StockAlertService {

  /** The most alerts that wait for one address. */
  public static final int MAX_WAITING = 50;

  /** For how many days a link to confirm is good, and links of sent alerts are. */
  static final int DAYS = 30;

  private static final int LONGEST_TYPED = 1_000;
  private static final int PURGE_BATCH = 500;

  @Inject private StockAlertRepository alerts;
  @Inject private StockAlertQueue queue;
  @Inject private StockAlertStore store;
  @Inject private MailThrottle throttle;

  /**
   * A guest wants to be told. The address gets a link by which it confirms that, unless it waits
   * already.
   *
   * @param language of the mails: en or de
   * @throws WishlistException when the shop sells no such article, or it is in stock
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many mails were asked for,
   *     to this address or from this network
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void askAsGuest(
      @NotNull @Sku String sku,
      @NotNull @MailAddress String email,
      @NotNull @Pattern(regexp = "en|de") String language,
      @NotNull Caller caller) {
    EmailAddress address = EmailAddress.parse(email).orElseThrow();
    store.requireSoldOut(sku);
    throttle.enter(address.key(), caller);
    store.ask(sku, new Recipient(address, Locale.forLanguageTag(language), false));
  }

  /**
   * A customer wants to be told, at the address of the account.
   *
   * @return whether that address is confirmed; if not, it gets a link to confirm this first
   * @throws WishlistException when the shop sells no such article, it is in stock, or {@value
   *     #MAX_WAITING} alerts wait
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many mails were asked for
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public boolean ask(long customer, @NotNull @Sku String sku, @NotNull Caller caller) {
    store.requireSoldOut(sku);
    Recipient who = store.recipient(customer);
    if (!who.isConfirmed()) {
      throttle.enter(who.email().key(), caller);
    }
    return store.ask(sku, customer);
  }

  /** SKUs for which a customer waits. */
  public List<String> awaited(long customer) {
    return alerts.awaited(customer);
  }

  /** A customer waits for it no more; who did not wait may say so too. */
  public void cancel(long customer, @NotNull @Sku String sku) {
    alerts.cancel(customer, sku);
  }

  /** What the link of a mail is about; empty when it ran out or never was one. */
  public Optional<StockAlertView> find(@NotNull @Size(max = LONGEST_TYPED) String link) {
    return Secret.parse(link).flatMap(secret -> alerts.find(secret, DAYS));
  }

  /**
   * The address wants the mail: a link that was sent there came back. Twice is no fault.
   *
   * @throws WishlistException when the link is none, or none any more
   */
  public void confirm(@NotNull @Size(max = LONGEST_TYPED) String link) {
    alerts.confirm(require(link));
  }

  /**
   * The address wants no such mail, nor any other of its kind: all that it waits for is forgotten.
   *
   * @throws WishlistException when the link is none, or none any more
   */
  public void forget(@NotNull @Size(max = LONGEST_TYPED) String link) {
    alerts.forget(require(link));
  }

  /**
   * Throws away some of what was not confirmed, or was sent, in the last {@value #DAYS} days.
   *
   * @return how many; fewer than 500 when none is left
   */
  public int purge() {
    return queue.purge(DAYS, PURGE_BATCH);
  }

  private Secret require(String link) {
    return Secret.parse(link)
        .filter(secret -> alerts.find(secret, DAYS).isPresent())
        .orElseThrow(() -> new WishlistException(WishlistFault.LINK));
  }
}
