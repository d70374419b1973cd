package shop.emporium.ejb.wishlist;

import jakarta.ejb.Stateless;
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
import shop.emporium.ejb.wishlist.StockAlertRepository.Article;
import shop.emporium.ejb.wishlist.StockAlertRepository.Recipient;

/**
 * Takes down who wants to be told that something is back in stock.
 *
 * <p>Nobody gets a mail whom nobody has asked: an address that has not been confirmed, a guest's or
 * a new customer's, gets a link first, and the alert counts once that came back. Nobody learns here
 * whether an address waits for anything.
 */
@Stateless
public class StockAlertService {

  /** The most alerts that wait for one address. */
  public static final int MAX_WAITING = 50;

  /** For how many days a link to confirm is good, and links of sent alerts are. */
  static final int DAYS = 30;

  private static final int LONGEST_TYPED = 1_000;
  private static final long GUEST = 0;
  private static final int PURGE_BATCH = 500;

  @Inject private StockAlertRepository alerts;
  @Inject private StockAlertQueue queue;
  @Inject private StockAlertMails mails;
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
  public void askAsGuest(
      @NotNull @Sku String sku,
      @NotNull @MailAddress String email,
      @NotNull @Pattern(regexp = "en|de") String language,
      @NotNull Caller caller) {
    Article article = requireSoldOut(sku);
    EmailAddress address = EmailAddress.parse(email).orElseThrow();
    throttle.enter(address.key(), caller);
    alerts.reserve(address);
    Recipient who = new Recipient(address, Locale.forLanguageTag(language), false);
    if (alerts.waiting(address) < MAX_WAITING && !alerts.waits(article.variant(), address)) {
      ask(article, GUEST, who);
    }
  }

  /**
   * A customer wants to be told, at the address of the account.
   *
   * @return whether that address is confirmed; if not, it gets a link to confirm this first
   * @throws WishlistException when the shop sells no such article, it is in stock, or {@value
   *     #MAX_WAITING} alerts wait
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many mails were asked for
   */
  public boolean ask(long customer, @NotNull @Sku String sku, @NotNull Caller caller) {
    Article article = requireSoldOut(sku);
    Recipient who =
        alerts.customer(customer).orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN));
    if (!who.isConfirmed()) {
      throttle.enter(who.email().key(), caller);
    }
    alerts.reserve(who.email());
    alerts.forgetFormerAddress(customer, article.variant(), who.email());
    boolean waits = alerts.waits(article.variant(), who.email());
    if (!waits && alerts.waiting(who.email()) >= MAX_WAITING) {
      throw new WishlistException(WishlistFault.TOO_MANY_ALERTS);
    }
    if (!waits || who.isConfirmed()) {
      ask(article, customer, who);
    }
    return who.isConfirmed() || waits;
  }

  private void ask(Article article, long customer, Recipient who) {
    Secret link = Secret.random();
    alerts.ask(article, customer, who, link);
    if (!who.isConfirmed()) {
      mails.confirm(who, article, link);
    }
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

  private Article requireSoldOut(String sku) {
    Article article =
        alerts.article(sku).orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN_ARTICLE));
    if (article.available() > 0) {
      throw new WishlistException(WishlistFault.IN_STOCK);
    }
    return article;
  }

  private Secret require(String link) {
    return Secret.parse(link)
        .filter(secret -> alerts.find(secret, DAYS).isPresent())
        .orElseThrow(() -> new WishlistException(WishlistFault.LINK));
  }
}
