import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same number: each product has dice of its own. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed, long number) {
    // Seeds that follow each other give independent series.
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
  }

  /** From 0 to less than 1. */
  double share() {
    return random.nextDouble();
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** From the first to less than the second. */
  int between(int from, int below) {
    return random.nextInt(from, below);
  }

  <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** So many different ones, in no order. */
  <T> List<T> some(List<T> list, int count) {
    List<T> left = new ArrayList<>(list);
    List<T> taken = new ArrayList<>();
    while (taken.size() < count && !left.isEmpty()) {
      taken.add(left.remove(random.nextInt(left.size())));
    }
    return taken;
  }

  /** So many neighbours, in their order. */
  <T> List<T> run(List<T> list, int count) {
    int from = random.nextInt(list.size() - count + 1);
    return list.subList(from, from + count);
  }
}
