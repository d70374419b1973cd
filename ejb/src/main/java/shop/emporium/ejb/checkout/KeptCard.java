package shop.emporium.ejb.checkout;

import java.time.Instant;
import org.joda.money.Money;
import shop.emporium.domain.checkout.GiftCard;

/**
 * A gift card that was typed at the till; its code is not kept.
 *
 * @param lastFour to tell it from others
 * @param isGood whether something can be taken from it now
 */
public record KeptCard(long id, String lastFour, Money balance, Instant until, boolean isGood) {

  GiftCard toCard() {
    return new GiftCard(id, balance, until, !isGood);
  }
}
