package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import shop.emporium.domain.review.ReviewStatus;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.web.customer.CurrentCustomer;

/** A customer's own reviews, and what became of them. */
@Named("myReviews")
@RequestScoped
public class MyReviewsBacking {

  @Inject private ReviewService reviews;
  @Inject private CurrentCustomer current;

  private List<OwnLine> lines;

  public void load() {
    lines =
        reviews.ofCustomer(current.require().customer()).stream()
            .map(review -> OwnLine.of(review, Faces.getLocale()))
            .toList();
  }

  public List<OwnLine> getLines() {
    return lines;
  }

  /** How a status looks, by its code. */
  static String badge(ReviewStatus status) {
    return switch (status) {
      case PENDING -> "info";
      case PUBLISHED -> "good";
      case REJECTED -> "warn";
    };
  }
}
