package shop.emporium.tests.torture;

import java.util.List;
import java.util.Locale;

/** Something that breaks shops, once through. */
interface Scenario {

  /** Does it, and says to the round what it found. */
  void play(Round round);

  /** Its class in words, such as {@code last unit race}. */
  default String title() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /** All that there are. */
  static List<Scenario> all() {
    return List.of(
        new LastUnitRace(1_000),
        new CouponTotalLimit(),
        new CouponPersonLimit(),
        new GiftCardRush(),
        new DoubleSubmit(),
        new TwoTabs(),
        new AnyCard(),
        new CrossedCarts(),
        new NoticeAgainstBrowser(),
        new NoticeTwice(),
        new ChallengeAgainstReturn(),
        new CancelAgainstShip(),
        new CartChangeDuringCheckout(),
        new PriceChangeDuringCheckout(),
        new ExpiryAgainstPayment(),
        new MergeDuringCheckout());
  }
}
