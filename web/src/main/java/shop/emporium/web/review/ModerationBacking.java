package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.domain.review.ReviewStatus;
import shop.emporium.domain.shared.Move;
import shop.emporium.ejb.review.ModerationPage;
import shop.emporium.ejb.review.ReviewModeration;
import shop.emporium.ejb.review.ReviewQuery;
import shop.emporium.web.customer.StaffGuard;
import shop.emporium.web.shared.PageForm;

/** Reviews to read and decide about: {@code /admin/reviews?status=pending&page=2}. */
@Named("moderation")
@RequestScoped
public class ModerationBacking {

  private static final String PAGE = "/admin/reviews?status=";

  @Inject private ReviewModeration moderation;
  @Inject private StaffGuard staff;
  @Inject private ReviewForms forms;
  @Inject private PageForm form;
  @Inject private HttpServletRequest request;

  private ReviewStatus status;
  private ModerationPage page;

  public void load() {
    status =
        Optional.ofNullable(request.getParameter("status"))
            .flatMap(StatusTab::status)
            .orElse(ReviewStatus.PENDING);
    forms.on("publish", this::publish);
    forms.on("reject", this::reject);
    int number = number();
    page = moderation.list(status, number);
    if (page.items().isEmpty() && number > 1) {
      page = moderation.list(status, Math.min(page.pages(), ReviewQuery.MAX_PAGE));
    }
  }

  private String publish() {
    moderation.publish(form.number("id"), revision(), staff.require());
    return here() + "&done=review-published";
  }

  private String reject() {
    moderation.reject(form.number("id"), revision(), staff.require(), form.typed("why").strip());
    return here() + "&done=review-rejected";
  }

  /** The page that was read, so that the next review on it is there. */
  private String here() {
    return PAGE + getCode() + "&page=" + number();
  }

  private int number() {
    return ReviewParameters.number(request.getParameter("page"), ReviewQuery.MAX_PAGE).orElse(1);
  }

  /** What was read; the pages always say it. */
  private Optional<Integer> revision() {
    return Optional.of((int) Math.min(form.number("revision"), Integer.MAX_VALUE));
  }

  public List<OwnLine> getLines() {
    return page.items().stream().map(review -> OwnLine.of(review, Faces.getLocale())).toList();
  }

  public List<StatusTab> getTabs() {
    return Arrays.stream(ReviewStatus.values()).map(each -> StatusTab.of(each, status)).toList();
  }

  /** The status that is listed, as addresses name it. */
  public String getCode() {
    return StatusTab.code(status);
  }

  public ModerationPage getPage() {
    return page;
  }

  /** The most characters of a reason. */
  public int getMost() {
    return Move.MAX_WHY;
  }

  /** Whether this form was sent and refused: it stays open. */
  public boolean isOpen(long review) {
    return form.isSent("reject") && form.number("id") == review;
  }

  /** Whether it was refused for its reason. */
  public boolean isRefused(long review) {
    return isOpen(review) && form.fault("why") != null;
  }
}
