import java.util.Locale;

/** Tells on standard error how far the work is: in one line that changes on a terminal, else a line now and then. */
final class Progress {

  private static final boolean TERMINAL = "tty".equals(System.getenv("STORE_PROGRESS"));
  private static final long EVERY_MILLIS = TERMINAL ? 500 : 5_000;

  private final String what;
  private final long total;
  private final long began = System.currentTimeMillis();
  private long shownAt = began;

  Progress(String what, long total) {
    this.what = what;
    this.total = total;
  }

  /** So many are done. */
  void at(long done) {
    long now = System.currentTimeMillis();
    if (now - shownAt >= EVERY_MILLIS || done >= total) {
      shownAt = now;
      long rate = done * 1000 / Math.max(1, now - began);
      String line = String.format(Locale.ROOT, "  %3d %%  %,d of %,d %s, %,d/s", done * 100 / Math.max(1, total), done, total, what, rate);
      System.err.print(TERMINAL ? "\r" + line + "\033[K" + (done >= total ? "\n" : "") : line + "\n");
    }
  }

  /** What begins now and cannot be counted. */
  static void step(String what) {
    System.err.println("  " + what);
  }

  static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
