package shop.emporium.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
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

  @Inject
  @ConfigProperty(name = "store.url")
  private Provider<Optional<String>> url;

  @Inject
  @ConfigProperty(name = "store.catalogue.language", defaultValue = "en")
  private Provider<String> catalogueLanguage;

  /** The one currency in which this shop sells. */
  public CurrencyUnit currency() {
    return CurrencyUnit.of(currency.get());
  }

  /**
   * The shop's own address for the world, such as {@code https://shop.example}, without a slash at
   * its end; empty when it is whatever a visitor typed.
   */
  public Optional<String> url() {
    return url.get().map(address -> address.replaceAll("/+$", ""));
  }

  /** The language of names and descriptions in the catalogue's files, such as {@code en}. */
  public String catalogueLanguage() {
    return catalogueLanguage.get();
  }
}
