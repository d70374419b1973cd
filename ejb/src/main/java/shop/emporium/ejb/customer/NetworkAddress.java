package shop.emporium.ejb.customer;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Which callers count as one: an address of IPv4, the /64 of IPv6 that one subscriber has. */
final class NetworkAddress {

  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final int SUBSCRIBER_BYTES = 8;

  private NetworkAddress() {}

  /** The network of an address; what is no address is a network by itself. */
  static String networkOf(String address) {
    // Nothing but a literal: a name would be looked up.
    if (!LITERAL.matcher(address).matches() || address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? InetAddress.getByAddress(
                      Arrays.copyOf(
                          Arrays.copyOf(parsed.getAddress(), SUBSCRIBER_BYTES),
                          parsed.getAddress().length))
                  .getHostAddress()
              + "/64"
          : parsed.getHostAddress();
    } catch (UnknownHostException noAddress) {
      return address;
    }
  }
}
