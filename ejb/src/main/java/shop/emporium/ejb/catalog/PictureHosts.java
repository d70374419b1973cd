package shop.emporium.ejb.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Decides from where pictures may be fetched: public addresses at the ports of the web, and the
 * operator's own picture servers.
 *
 * <p>The HTTP client has names looked up here and connects to what it is given, so the address that
 * is checked is the one that is reached, whatever the name says a moment later.
 */
@ApplicationScoped
class PictureHosts implements DnsResolver {

  private static final List<Integer> WEB_PORTS = List.of(80, 443);

  /** Each address that does not answer costs a connection's time-out. */
  private static final int MAX_ADDRESSES = 3;

  @Inject private StoreSettings settings;

  /** A name that leads into somebody's own network. */
  static final class NotPublicException extends UnknownHostException {

    NotPublicException(String host) {
      super(host + " has an address that is not public");
    }
  }

  /**
   * Takes an address apart and checks all but the network address behind its name.
   *
   * @throws PictureFetchException when nothing may be fetched from there
   */
  URI check(URI address) throws PictureFetchException {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new PictureFetchException("Only http and https addresses are fetched");
    }
    if (address.getHost() == null || address.getUserInfo() != null) {
      throw new PictureFetchException("This is no address of a picture on the web");
    }
    int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    if (!WEB_PORTS.contains(port) && !isOwn(address.getHost(), port)) {
      throw new PictureFetchException("Only ports 80 and 443 are reached, not " + port);
    }
    return address;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return (isOwn(host, port) ? addresses(host) : publicAddresses(host))
        .map(address -> new InetSocketAddress(address, port))
        .toList();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return publicAddresses(host).toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private static Stream<InetAddress> addresses(String host) throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(host)).limit(MAX_ADDRESSES);
  }

  private static Stream<InetAddress> publicAddresses(String host) throws UnknownHostException {
    List<InetAddress> addresses = addresses(host).toList();
    // One that is not public is enough: nobody mixes them who means well.
    if (!addresses.stream().allMatch(PublicAddress::isPublic)) {
      throw new NotPublicException(host);
    }
    return addresses.stream();
  }

  private boolean isOwn(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return settings.pictureHosts().stream()
        .anyMatch(
            own -> own.equals(name + ':' + port) || (own.equals(name) && WEB_PORTS.contains(port)));
  }
}
