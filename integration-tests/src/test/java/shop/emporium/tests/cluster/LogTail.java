package shop.emporium.tests.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What parts of the shop write into their logs from now on. */
final class LogTail {

  private final Map<Path, Long> begins = new LinkedHashMap<>();

  /** Of these parts, such as {@code node1} or {@code runner}. */
  LogTail(List<String> parts) {
    for (String part : parts) {
      Path log = Shop.file("logs/" + part + ".log");
      begins.put(log, log.toFile().length());
    }
  }

  /** What was written since. */
  String said() {
    StringBuilder said = new StringBuilder();
    begins.forEach((log, begin) -> said.append(after(log, begin)));
    return said.toString();
  }

  private static String after(Path log, long begin) {
    try {
      byte[] all = Files.readAllBytes(log);
      // It has begun anew where it is shorter now.
      int from = all.length < begin ? 0 : (int) begin;
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
