package shop.emporium.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  @ConfigProperty(name = "store.picture.hosts")
  private Provider<Optional<String>> pictureHosts;

  /** The one currency in which this shop sells. */
  public CurrencyUnit currency() {
    return CurrencyUnit.of(currency.get());
  }

  /**
   * Picture servers that may be reached though they are private: names or addresses, with or
   * without a port.
   */
  public Set<String> pictureHosts() {
    return Arrays.stream(pictureHosts.get().orElse("").split(","))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
