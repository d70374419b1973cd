import java.util.Arrays;

/** Picks one of many so that the first comes most often: the share of rank r is proportional to 1 / r^exponent. */
final class Zipf {

  private final double[] upTo;

  Zipf(int count, double exponent) {
    upTo = new double[count];
    double sum = 0;
    for (int rank = 0; rank < count; rank++) {
      sum += 1 / Math.pow(rank + 1, exponent);
      upTo[rank] = sum;
    }
    for (int rank = 0; rank < count; rank++) {
      upTo[rank] /= sum;
    }
  }

  /** The rank, from 0, for a share between 0 and 1. */
  int rank(double share) {
    int found = Arrays.binarySearch(upTo, share);
    return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
  }
}
