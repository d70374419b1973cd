package shop.emporium.tests.torture;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import shop.emporium.tests.cluster.Shop;

/** The ways into the shop: through nginx, and straight to each of the nodes. */
final class Doors {

  private final Random random;

  Doors(Random random) {
    this.random = random;
  }

  /** Any of them. */
  URI any(String path) {
    int door = random.nextInt(Shop.NODES.size() + 1);
    return door == 0 ? Shop.uri(path) : Shop.uri(Shop.NODES.get(door - 1), path);
  }

  /** Each node itself. */
  static List<URI> nodes(String path) {
    return Shop.NODES.stream().map(node -> Shop.uri(node, path)).toList();
  }

  /** All of them, nginx first. */
  static List<URI> all(String path) {
    return Stream.concat(Stream.of(Shop.uri(path)), nodes(path).stream()).toList();
  }
}
