package shop.emporium.web.admin;

import java.util.List;
import shop.emporium.ejb.catalog.exchange.ImportChange;
import shop.emporium.ejb.catalog.exchange.ImportIssue;
import shop.emporium.ejb.catalog.exchange.ImportReport;

/** What an import did, or would do, as {@code scripts/store} reads it. */
public record ReportJson(
    int created,
    int updated,
    int unchanged,
    int variants,
    int brands,
    int categories,
    int issueCount,
    List<ImportIssue> issues,
    List<ImportChange> changes) {

  static ReportJson of(ImportReport report) {
    return new ReportJson(
        report.getCreated(),
        report.getUpdated(),
        report.getUnchanged(),
        report.getVariants(),
        report.getBrands(),
        report.getCategories(),
        report.getIssueCount(),
        report.getIssues(),
        report.getChanges());
  }
}
