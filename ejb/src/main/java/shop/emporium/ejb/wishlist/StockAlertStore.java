package shop.emporium.ejb.wishlist;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.wishlist.StockAlertRepository.Article;
import shop.emporium.ejb.wishlist.StockAlertRepository.Recipient;

/** Writes down who waits for what, each call in one short transaction. */
@Stateless
public class StockAlertStore {

  private static final long GUEST = 0;

  @Inject private StockAlertRepository alerts;
  @Inject private StockAlertMails mails;

  /** Makes sure that somebody may wait for it. */
  public void requireSoldOut(String sku) {
    soldOut(sku);
  }

  /** Where a customer gets mails. */
  public Recipient recipient(long customer) {
    return alerts
        .customer(customer)
        .orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN));
  }

  /** A guest waits, if the link comes back; nothing is sent where the address waits already. */
  public void ask(String sku, Recipient who) {
    Article article = soldOut(sku);
    alerts.reserve(who.email());
    if (alerts.waiting(who.email()) < StockAlertService.MAX_WAITING
        && !alerts.waits(article.variant(), who.email())) {
      ask(article, GUEST, who);
    }
  }

  /** A customer waits; returns whether the address is confirmed, and gets no link before. */
  public boolean ask(String sku, long customer) {
    Article article = soldOut(sku);
    Recipient who = recipient(customer);
    alerts.reserve(who.email());
    alerts.forgetFormerAddress(customer, article.variant(), who.email());
    boolean waits = alerts.waits(article.variant(), who.email());
    if (!waits && alerts.waiting(who.email()) >= StockAlertService.MAX_WAITING) {
      throw new WishlistException(WishlistFault.TOO_MANY_ALERTS);
    }
    if (!waits || who.isConfirmed()) {
      ask(article, customer, who);
    }
    return who.isConfirmed();
  }

  private void ask(Article article, long customer, Recipient who) {
    Secret link = Secret.random();
    alerts.ask(article, customer, who, link);
    if (!who.isConfirmed()) {
      mails.confirm(customer, who, article, link);
    }
  }

  private Article soldOut(String sku) {
    Article article =
        alerts.article(sku).orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN_ARTICLE));
    if (article.available() > 0) {
      throw new WishlistException(WishlistFault.IN_STOCK);
    }
    return article;
  }
}
