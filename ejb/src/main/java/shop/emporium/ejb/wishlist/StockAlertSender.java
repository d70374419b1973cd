package shop.emporium.ejb.wishlist;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/**
 * Tells those who wait that something is back. Each alert is a transaction: the mail goes into the
 * outbox with the note that it did, both or none, so that it is sent once whatever node dies.
 */
@Stateless
public class StockAlertSender {

  @Inject private StockAlertQueue alerts;
  @Inject private StockAlertMails mails;

  /**
   * Tells one of them.
   *
   * @return whether there was any
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public boolean sendOne() {
    Optional<StockAlertQueue.Due> due = alerts.takeDue();
    due.ifPresent(
        alert -> {
          Secret stop = Secret.random();
          mails.backInStock(alert, stop);
          alerts.sent(alert, stop);
        });
    return due.isPresent();
  }
}
