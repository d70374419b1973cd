package shop.emporium.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.joda.money.CurrencyUnit;

/**
 * The settings of the shop, read anew at each use, so that an operator changes them while it runs.
 */
@ApplicationScoped
public class StoreSettings {

  @Inject
  @ConfigProperty(name = "store.currency", defaultValue = "EUR")
  private Provider<String> currency;

  /** The one currency in which this shop sells. */
  public CurrencyUnit currency() {
    return CurrencyUnit.of(currency.get());
  }
}
