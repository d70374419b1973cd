package shop.emporium.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Filled carts that were prepared for buyers, each to be ordered once. */
final class Carts {

  private final Map<Integer, Queue<String>> byBuyer = new ConcurrentHashMap<>();

  private Carts() {}

  /** Reads a file with the number of a buyer, from 0, and the secret of a cart a line. */
  static Carts of(String file) {
    Carts carts = new Carts();
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        String[] parts = line.split("\t", 2);
        carts
            .byBuyer
            .computeIfAbsent(Integer.valueOf(parts[0]), buyer -> new ConcurrentLinkedQueue<>())
            .add(parts[1]);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return carts;
  }

  /** The next cart of a virtual user; empty when he has ordered all that he had. */
  Optional<String> next(long user) {
    return Optional.ofNullable(byBuyer.get((int) (user % byBuyer.size()))).map(Queue::poll);
  }
}
