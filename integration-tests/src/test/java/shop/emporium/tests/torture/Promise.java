package shop.emporium.tests.torture;

import java.util.List;

/**
 * Something that must be true when all is over.
 *
 * @param broken what speaks against it; nothing when it holds
 */
record Promise(String name, List<String> broken) {

  boolean holds() {
    return broken.isEmpty();
  }
}
