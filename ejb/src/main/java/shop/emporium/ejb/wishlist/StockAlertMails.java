package shop.emporium.ejb.wishlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.ejb.shared.mail.MailDraft;
import shop.emporium.ejb.shared.mail.MailOutbox;

/** The mails about what is back in stock, put into the transaction of what they tell of. */
@ApplicationScoped
class StockAlertMails {

  private static final String SHOP = "Emporium";
  private static final String LINK_PAGE = "/back-in-stock?token=";

  @Inject private MailOutbox outbox;
  @Inject private StoreSettings settings;

  /** Asks an address whether it wants to be told; customer 0 is a guest. */
  void confirm(
      long customer,
      StockAlertRepository.Recipient who,
      StockAlertRepository.Article article,
      Secret link) {
    outbox.put(
        customer,
        new MailDraft(
            who.email().text(),
            "confirm-alert",
            who.locale(),
            Map.of(
                "article",
                article.name(),
                "shop",
                SHOP,
                "link",
                page(who.locale()) + LINK_PAGE + link.value())));
  }

  /** Tells that it is back. */
  void backInStock(StockAlertQueue.Due alert, Secret stop) {
    outbox.put(
        alert.customer(),
        new MailDraft(
            alert.email(),
            "back-in-stock",
            alert.locale(),
            Map.of(
                "name",
                alert.person(),
                "article",
                alert.name(),
                "shop",
                SHOP,
                "link",
                page(alert.locale())
                    + "/product/"
                    + alert.slug()
                    + "?variant="
                    + URLEncoder.encode(alert.sku(), StandardCharsets.UTF_8),
                "stop",
                page(alert.locale()) + LINK_PAGE + stop.value())));
  }

  private String page(Locale locale) {
    return settings.home() + "/" + locale.getLanguage();
  }
}
