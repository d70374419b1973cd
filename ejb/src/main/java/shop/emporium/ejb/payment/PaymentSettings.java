package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.ejb.shared.StoreSettings;

/** Which providers there are, and what the shop needs to talk to them. Keys are not to be shown. */
@ApplicationScoped
public class PaymentSettings {

  private final LiveSetting stripeKey = new LiveSetting("store.stripe.key");
  private final LiveSetting stripeWebhookSecret = new LiveSetting("store.stripe.webhook.secret");
  private final LiveSetting stripeUrl = new LiveSetting("store.stripe.url");
  private final LiveSetting demo = new LiveSetting("store.demo.pay");
  private final LiveSetting demoSecret = new LiveSetting("store.demo.pay.secret");

  @Inject private StoreSettings store;

  /**
   * The provider that takes cards for new orders: Stripe where its key is set, else the demo
   * provider where that is on; empty where nobody takes cards.
   */
  public Optional<String> cardProvider() {
    if (stripeKey().isPresent()) {
      return Optional.of("stripe");
    }
    return isDemoOn() ? Optional.of("demo") : Optional.empty();
  }

  /** Whether the demo provider is there: not where real people shop, unless it is asked for. */
  public boolean isDemoOn() {
    return demo.or(store.isProduction() ? "no" : "yes").equalsIgnoreCase("yes");
  }

  /** What the demo provider signs its notices with; empty where it sends none. */
  public Optional<String> demoSecret() {
    return demoSecret.value();
  }

  /** The secret key of the shop's account at Stripe. */
  public Optional<String> stripeKey() {
    return stripeKey.value();
  }

  /** What Stripe signs its notices with. */
  public Optional<String> stripeWebhookSecret() {
    return stripeWebhookSecret.value();
  }

  /** Where Stripe is. */
  public String stripeUrl() {
    return stripeUrl.or("https://api.stripe.com");
  }
}
