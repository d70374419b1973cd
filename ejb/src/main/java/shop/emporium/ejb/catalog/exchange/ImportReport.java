package shop.emporium.ejb.catalog.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an import did, or on a dry run what it would do: counted as it goes on, read when it is
 * done. Holds a bounded number of faults and changes.
 */
public final class ImportReport {

  /**
   * More faults than this are counted, but not listed: nobody reads them, and they must not fill
   * the memory.
   */
  public static final int MAX_LISTED = 500;

  /** As many changed products does a dry run name. */
  public static final int MAX_CHANGES = 200;

  private int created;
  private int updated;
  private int unchanged;
  private int variants;
  private int brands;
  private int categories;
  private int issueCount;
  private final List<ImportIssue> issues = new ArrayList<>();
  private final List<ImportChange> changes = new ArrayList<>();

  void count(boolean isNew, int savedVariants) {
    if (isNew) {
      created++;
    } else {
      updated++;
    }
    variants += savedVariants;
  }

  void countUnchanged(int savedVariants) {
    unchanged++;
    variants += savedVariants;
  }

  void countMade(int madeBrands, int madeCategories) {
    brands += madeBrands;
    categories += madeCategories;
  }

  void complain(long line, String reason) {
    issueCount++;
    if (issues.size() < MAX_LISTED) {
      issues.add(new ImportIssue(line, reason));
    }
  }

  void list(ImportChange change) {
    if (changes.size() < MAX_CHANGES) {
      changes.add(change);
    }
  }

  /** Products (or categories) that the shop did not have before. */
  public int getCreated() {
    return created;
  }

  /** Products that it had otherwise, brought to what the file says (or categories that it had). */
  public int getUpdated() {
    return updated;
  }

  /** Products that were already as the file says. */
  public int getUnchanged() {
    return unchanged;
  }

  /** Variants of all these products that the file names. */
  public int getVariants() {
    return variants;
  }

  /** Brands that the shop did not have before. */
  public int getBrands() {
    return brands;
  }

  /** Categories that the shop did not have before. */
  public int getCategories() {
    return categories;
  }

  /** How many faults were found, listed or not. */
  public int getIssueCount() {
    return issueCount;
  }

  /** The first {@link #MAX_LISTED} faults in the order of the file. */
  public List<ImportIssue> getIssues() {
    return issues.stream().sorted(Comparator.comparing(ImportIssue::line)).toList();
  }

  /** On a dry run, the first {@link #MAX_CHANGES} products that would change, and how. */
  public List<ImportChange> getChanges() {
    return List.copyOf(changes);
  }
}
