package shop.emporium.ejb.catalog;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells addresses of the public Internet from those that lead into somebody's own network, by the
 * registries of special-purpose addresses that IANA keeps (RFC 6890).
 */
final class PublicAddress {

  private static final List<Block> PRIVATE_IPV4 =
      List.of(
          Block.ipv4(8, 0), // this network
          Block.ipv4(8, 10), // private
          Block.ipv4(10, 100, 64), // shared by a provider's customers
          Block.ipv4(8, 127), // loopback
          Block.ipv4(16, 169, 254), // link-local, and the metadata of cloud machines
          Block.ipv4(12, 172, 16), // private
          Block.ipv4(24, 192, 0, 0), // protocol assignments
          Block.ipv4(24, 192, 0, 2), // documentation
          Block.ipv4(24, 192, 88, 99), // relays of 6to4
          Block.ipv4(16, 192, 168), // private
          Block.ipv4(15, 198, 18), // benchmarks
          Block.ipv4(24, 198, 51, 100), // documentation
          Block.ipv4(24, 203, 0, 113), // documentation
          Block.ipv4(4, 224), // multicast
          Block.ipv4(4, 240)); // reserved, and broadcast

  /**
   * All that is global unicast in IPv6; what lies outside is loopback, local, multicast or unused.
   */
  private static final Block GLOBAL_IPV6 = Block.ipv6(3, "20");

  private static final List<Block> PRIVATE_IPV6 =
      List.of(
          Block.ipv6(
              23, "200100"), // protocol assignments, and Teredo, which carries an IPv4 address
          Block.ipv6(32, "20010db8"), // documentation
          Block.ipv6(16, "2002"), // 6to4, which carries an IPv4 address
          Block.ipv6(20, "3fff00")); // documentation

  private PublicAddress() {}

  /** Whether this is an address that anybody on the Internet could reach. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    // Java makes an IPv4 address of an IPv4-mapped one; all other forms of IPv4 in IPv6 are
    // refused.
    return address instanceof Inet4Address
        ? PRIVATE_IPV4.stream().noneMatch(block -> block.contains(bytes))
        : GLOBAL_IPV6.contains(bytes)
            && PRIVATE_IPV6.stream().noneMatch(block -> block.contains(bytes));
  }

  /** The addresses whose first bits are these. */
  private static final class Block {

    private final byte[] start;
    private final int bits;

    private Block(int bits, byte[] start) {
      this.bits = bits;
      this.start = start;
    }

    static Block ipv4(int bits, int... start) {
      byte[] bytes = new byte[4];
      for (int i = 0; i < start.length; i++) {
        bytes[i] = (byte) start[i];
      }
      return new Block(bits, bytes);
    }

    static Block ipv6(int bits, String start) {
      return new Block(bits, Arrays.copyOf(HexFormat.of().parseHex(start), 16));
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        if (((address[bit / 8] ^ start[bit / 8]) & (0x80 >> bit % 8)) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
