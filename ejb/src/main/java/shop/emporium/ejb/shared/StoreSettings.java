package shop.emporium.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/**
 * The settings of the shop, which an operator may change while it runs: read anew a few times a
 * second.
 */
@ApplicationScoped
public class StoreSettings {

  private final LiveSetting currency = new LiveSetting("store.currency");
  private final LiveSetting url = new LiveSetting("store.url");
  private final LiveSetting localUrl = new LiveSetting("store.local.url");
  private final LiveSetting pictureHosts = new LiveSetting("store.picture.hosts");
  private final LiveSetting catalogueLanguage = new LiveSetting("store.catalogue.language");
  private final LiveSetting production = new LiveSetting("store.production");
  private final LiveSetting smtpUrl = new LiveSetting("store.smtp.url");
  private final LiveSetting mailFrom = new LiveSetting("store.mail.from");
  private final LiveSetting mailFolder = new LiveSetting("store.mail.folder");

  /** The one currency in which this shop sells. */
  public CurrencyUnit currency() {
    return CurrencyUnit.of(currency.or("EUR"));
  }

  /**
   * The shop's own address for the world, such as {@code https://shop.example}, without a slash at
   * its end; empty when it is whatever a visitor typed.
   */
  public Optional<String> url() {
    return url.value().map(address -> address.replaceAll("/+$", ""));
  }

  /**
   * The address for links that leave the shop, such as those in mails: its own for the world, or
   * the one on which it listens here. Never what a visitor typed: whoever asks for a mail to
   * somebody else must not choose where its links lead.
   */
  public String home() {
    return url().orElseGet(() -> localUrl.or("http://localhost:8000"));
  }

  /** The language of names and descriptions in the catalogue's files, such as {@code en}. */
  public String catalogueLanguage() {
    return catalogueLanguage.or("en");
  }

  /**
   * Picture servers that may be reached though they are private: names or addresses, with or
   * without a port.
   */
  public Set<String> pictureHosts() {
    return Arrays.stream(pictureHosts.or("").split(","))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether real people shop here; then what is made for developers is not there. */
  public boolean isProduction() {
    return production.or("no").equalsIgnoreCase("yes");
  }

  /**
   * The mail server, such as {@code smtp://user:password@mail.example:587}: it holds a password, so
   * it is not to be shown or logged. Empty when mails land in {@link #mailFolder}.
   */
  public Optional<String> smtpUrl() {
    return smtpUrl.value();
  }

  /** The address from which the shop writes. */
  public String mailFrom() {
    return mailFrom.or("hello@emporium.example");
  }

  /** The domain of that address. */
  public String mailDomain() {
    return mailFrom().substring(mailFrom().indexOf('@') + 1);
  }

  /** The folder of mails that no server takes; by default in the data of this node. */
  public Path mailFolder() {
    return Path.of(mailFolder.or(System.getProperty("jboss.server.data.dir") + "/mail"));
  }
}
