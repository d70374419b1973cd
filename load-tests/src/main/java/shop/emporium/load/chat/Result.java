package shop.emporium.load.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came of a run.
 *
 * @param ends what ended sockets before their time
 * @param lateNanos by how much a message was said too late, at most: much means that this program
 *     did not get the processor, and that the times tell of that too
 */
record Result(Plan plan, Figures figures, Check check, List<String> ends, long lateNanos) {

  /** Whether nothing went wrong, and it was fast enough. */
  boolean isGood() {
    return check.isClean() && ends.isEmpty() && figures.isInTime(plan.goalMillis());
  }

  /** Writes result.md, and what is wrong to faults.txt. */
  void write() throws IOException {
    Files.writeString(plan.folder().resolve("result.md"), text());
    List<String> faults = new ArrayList<>(check.faults());
    ends.forEach(end -> faults.add("A socket was ended: " + end));
    if (!faults.isEmpty()) {
      Files.write(plan.folder().resolve("faults.txt"), faults);
    }
  }

  private String text() {
    return """
        %d sockets, of %d agents and %d shoppers, through %d address(es); %d messages/s for %d s after %d s.

        %s
        %s
        Sockets that were ended: %d. A message was said too late by %d ms at most.
        """
        .formatted(
            plan.sockets(),
            plan.agents(),
            plan.talks(),
            plan.doors().size(),
            plan.rate(),
            plan.seconds(),
            plan.warm(),
            figures.table(plan.goalMillis()),
            check,
            ends.size(),
            TimeUnit.NANOSECONDS.toMillis(lateNanos));
  }
}
