package shop.emporium.ejb.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import did: counted as it goes on, read when it is done. Holds a bounded number of
 * issues.
 */
public final class ImportReport {

  /**
   * More issues than this are counted, but not listed: nobody reads them, and they must not fill
   * the memory.
   */
  public static final int MAX_LISTED = 500;

  private int created;
  private int updated;
  private int variants;
  private int issueCount;
  private final List<ImportIssue> issues = new ArrayList<>();

  void count(boolean isNew, int savedVariants) {
    if (isNew) {
      created++;
    } else {
      updated++;
    }
    variants += savedVariants;
  }

  void complain(long line, String reason) {
    issueCount++;
    if (issues.size() < MAX_LISTED) {
      issues.add(new ImportIssue(line, reason));
    }
  }

  /** Products (or categories) that the shop did not have before. */
  public int getCreated() {
    return created;
  }

  /** Products (or categories) that it had, brought to what the file says. */
  public int getUpdated() {
    return updated;
  }

  public int getVariants() {
    return variants;
  }

  /** How many faults were found, listed or not. */
  public int getIssueCount() {
    return issueCount;
  }

  /** The first {@link #MAX_LISTED} faults in the order of the file. */
  public List<ImportIssue> getIssues() {
    return List.copyOf(issues);
  }
}
