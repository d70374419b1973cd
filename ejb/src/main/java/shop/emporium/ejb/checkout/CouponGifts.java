package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.Goodwill;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Gives coupons to people for whom something went wrong: each is for one use, good for {@link
 * Goodwill#LIFETIME}, and on record with who gave it and why.
 */
@Stateless
public class CouponGifts {

  /** How many somebody may give within a day. */
  public static final int MOST_A_DAY = 30;

  /** A key of a call: whatever its caller has chosen. */
  private static final String KEY = "[\\x21-\\x7E]{1,255}";

  private static final String USUAL_MOST = "10";

  private final LiveSetting most = new LiveSetting("store.goodwill.amount");

  @Inject private CouponGiftRepository gifts;
  @Inject private StoreSettings settings;

  /**
   * Gives a coupon; the same key gives the same one again.
   *
   * @param by who gives it; made sure of by the caller, as is what the goodwill says of that person
   * @param why on record, such as the conversation
   * @param key 1 to 255 visible ASCII characters
   * @throws CouponGiftException when it is less or more than may be given, or too many were
   */
  public GiftedCoupon give(
      @NotNull Goodwill goodwill,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why,
      @NotNull @Pattern(regexp = KEY, message = "must be 1 to 255 visible ASCII characters")
          String key) {
    if (!goodwill.isAllowed(most())) {
      throw new CouponGiftException(CouponGiftException.Fault.OUT_OF_BOUNDS);
    }
    gifts.lock(by);
    return gifts.find(by, key).orElseGet(() -> make(goodwill, by, why, key));
  }

  private GiftedCoupon make(Goodwill goodwill, Actor by, String why, String key) {
    if (gifts.today(by) >= MOST_A_DAY) {
      throw new CouponGiftException(CouponGiftException.Fault.TOO_MANY);
    }
    String code = Goodwill.newCode();
    Instant until = Instant.now().plus(Goodwill.LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    gifts.add(code, goodwill.benefit(), settings.currency(), until, by, why, key);
    return new GiftedCoupon(code, until);
  }

  /** The highest amount of a coupon that is given: {@code store.goodwill.amount}, 10 by default. */
  public Money most() {
    CurrencyUnit currency = settings.currency();
    String typed = most.or(USUAL_MOST);
    return Money.of(currency, new BigDecimal(typed.matches("[0-9]{1,6}") ? typed : USUAL_MOST));
  }
}
