package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omnifaces.util.Faces;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.review.Review;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.review.OwnReview;
import shop.emporium.ejb.review.ReviewAuthor;
import shop.emporium.ejb.review.ReviewException;
import shop.emporium.ejb.review.ReviewFault;
import shop.emporium.ejb.review.ReviewFields;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.ejb.review.Reviewable;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.customer.SignInGuard;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.PagePath;

/**
 * Where a buyer writes, changes or deletes a review: {@code /review/red-lamp} for customers, with
 * {@code ?order=EM-100001&key=…} for whoever has the link of a guest's order. By the link of an
 * order of an account one is led to the sign-in.
 */
@Named("review")
@RequestScoped
public class ReviewBacking {

  private static final String PAGE = "/review/";
  private static final String ORDER = "order";
  private static final String KEY = "key";
  private static final int LONGEST_NUMBER = 30;

  @Inject private ReviewService reviews;
  @Inject private CurrentCustomer current;
  @Inject private SignInGuard guard;
  @Inject private ReviewForms forms;
  @Inject private PageForm form;
  @Inject private PageCache cache;
  @Inject private PagePath path;
  @Inject private PageLanguage language;
  @Inject private HttpServletRequest request;

  private String slug;
  private Optional<ReviewAuthor> guest = Optional.empty();
  private Reviewable subject;
  private boolean refused;

  public void load() {
    cache.keepPrivate();
    slug = path.name().orElse("");
    guest = guest().filter(linked -> !reviews.isOfAccount(linked));
    Optional<ReviewAuthor> author =
        guest.or(() -> current.find().map(SignedIn::customer).map(ReviewAuthor::customer));
    if (author.isEmpty()) {
      guard.require();
      return;
    }
    forms.on("review", () -> save(author.get()));
    forms.on("delete", () -> delete(author.get()));
    show(author.get());
  }

  private Optional<ReviewAuthor> guest() {
    Optional<OrderNumber> order =
        Optional.ofNullable(request.getParameter(ORDER))
            .filter(text -> text.length() <= LONGEST_NUMBER)
            .flatMap(OrderNumber::parse);
    Optional<Secret> link = Secret.parse(request.getParameter(KEY));
    return order.isPresent() && link.isPresent()
        ? Optional.of(ReviewAuthor.guest(order.get(), link.get()))
        : Optional.empty();
  }

  private void show(ReviewAuthor author) {
    try {
      subject = reviews.reviewable(author, slug);
    } catch (ReviewException wrong) {
      if (wrong.getFault() != ReviewFault.NOT_BOUGHT) {
        cache.notFound();
        return;
      }
      refused = true;
      Faces.getResponse().setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private String save(ReviewAuthor author) {
    String stars = form.typed("stars");
    ReviewFields typed =
        ReviewFields.typed(
            stars.matches("[1-5]") ? Integer.parseInt(stars) : 0,
            form.typed("title"),
            form.typed("text"),
            form.typed("shownName"),
            language.getCode());
    long id = form.number("id");
    if (id == 0) {
      reviews.write(author, slug, typed);
      return here("review-written");
    }
    reviews.change(author, id, typed);
    return here("review-changed");
  }

  private String delete(ReviewAuthor author) {
    reviews.delete(author, form.number("id"));
    return guest.isPresent() ? here("review-deleted") : "/account/reviews?done=review-deleted";
  }

  private String here(String done) {
    String link =
        guest.isPresent() ? "&order=" + Format.encoded(getOrder()) + "&key=" + getKey() : "";
    return PAGE + slug + "?done=" + done + link;
  }

  /** What is written about; null where nothing may be. */
  public Reviewable getSubject() {
    return subject;
  }

  /** What was written before, or null. */
  public OwnReview getWritten() {
    return subject == null ? null : subject.written().orElse(null);
  }

  /** Whether the visitor did not buy it, or was not sent it yet. */
  public boolean isRefused() {
    return refused;
  }

  public String getSlug() {
    return slug;
  }

  /** The number of the guest's order; empty for customers. */
  public String getOrder() {
    return guest.flatMap(ReviewAuthor::order).map(OrderNumber::text).orElse("");
  }

  /** What the guest's link ends with; empty for customers. */
  public String getKey() {
    return guest.flatMap(ReviewAuthor::link).map(Secret::value).orElse("");
  }

  /** Five stars first, as one reads them. */
  public List<Integer> getChoices() {
    return IntStream.rangeClosed(1, Review.MAX_STARS)
        .mapToObj(index -> Review.MAX_STARS + 1 - index)
        .toList();
  }

  /** Whether so many stars are chosen. */
  public boolean isChosen(int stars) {
    String held = getWritten() == null ? "" : Integer.toString(getWritten().stars());
    return form.value("stars", held).equals(Integer.toString(stars));
  }

  /** The name to begin with. */
  public String getShownName() {
    return getWritten() == null ? subject.shownName() : getWritten().shownName();
  }
}
