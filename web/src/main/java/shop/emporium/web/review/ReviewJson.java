package shop.emporium.web.review;

import java.time.Instant;
import java.util.List;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.review.ModerationPage;
import shop.emporium.ejb.review.OwnReview;
import shop.emporium.ejb.review.ReviewModeration;
import shop.emporium.ejb.review.ReviewPage;
import shop.emporium.ejb.review.ReviewQuery;
import shop.emporium.ejb.review.ReviewView;

/** Reviews as the REST interface shows them. */
final class ReviewJson {

  private ReviewJson() {}

  /**
   * What is sent to write or change a review.
   *
   * @param stars 1 to 5
   * @param text plain, at most 2,000 characters; shown as text, whatever it holds
   * @param shownName what the buyer wants to be called; may be left out
   * @param language in which it is written; en when it is left out
   * @param order a guest's order, such as EM-100001; to write only
   * @param key what the link of that order ends with; to write only
   */
  public record Typed(
      int stars,
      String title,
      String text,
      String shownName,
      String language,
      String order,
      String key) {}

  /**
   * A review as everybody sees it.
   *
   * @param shownName empty where the buyer is not named
   * @param options what was bought
   */
  public record Shown(
      long id,
      int stars,
      String title,
      String text,
      String language,
      String shownName,
      String options,
      Instant writtenAt,
      int helpful) {

    static Shown of(ReviewView review) {
      return new Shown(
          review.id(),
          review.stars(),
          review.title(),
          review.text(),
          review.language(),
          review.shownName(),
          review.options(),
          review.writtenAt(),
          review.helpful());
    }
  }

  /**
   * A page of the reviews of a product.
   *
   * @param total of the kind that was asked for
   * @param rating average of all ratings, those from elsewhere included
   * @param ratings how many these are
   * @param reviewsByStars how many reviews have one star, two, and so on
   */
  public record Page(
      List<Shown> items,
      int page,
      int size,
      int total,
      String rating,
      int ratings,
      List<Integer> reviewsByStars) {

    static Page of(ProductDetails product, ReviewPage page) {
      return new Page(
          page.items().stream().map(Shown::of).toList(),
          page.page(),
          ReviewQuery.SIZE,
          page.total(),
          product.rating().toPlainString(),
          product.ratings(),
          product.reviews().byStars());
    }
  }

  /**
   * A review as its buyer sees it.
   *
   * @param status pending, published or rejected
   * @param why it was rejected
   */
  public record Own(
      long id,
      String product,
      String productName,
      int stars,
      String title,
      String text,
      String language,
      String shownName,
      String status,
      String why,
      Instant writtenAt,
      int revision,
      int helpful) {

    static Own of(OwnReview review) {
      return new Own(
          review.id(),
          review.slug(),
          review.product(),
          review.stars(),
          review.title(),
          review.text(),
          review.language(),
          review.shownName(),
          StatusTab.code(review.status()),
          review.why(),
          review.writtenAt(),
          review.revision(),
          review.helpful());
    }
  }

  /**
   * A review for people who work here.
   *
   * @param revision to be sent along with a decision, so that it is about what was read
   * @param statusBy who gave it its status
   */
  public record Waiting(
      long id,
      String product,
      String productName,
      String order,
      String options,
      int stars,
      String title,
      String text,
      String language,
      String shownName,
      String status,
      String statusBy,
      String why,
      Instant statusAt,
      Instant writtenAt,
      int revision) {

    static Waiting of(OwnReview review) {
      return new Waiting(
          review.id(),
          review.slug(),
          review.product(),
          review.order(),
          review.options(),
          review.stars(),
          review.title(),
          review.text(),
          review.language(),
          review.shownName(),
          StatusTab.code(review.status()),
          review.statusBy(),
          review.why(),
          review.statusAt(),
          review.writtenAt(),
          review.revision());
    }
  }

  /** A page of the list of people who work here. */
  public record WaitingPage(List<Waiting> items, int page, int size, int total) {

    static WaitingPage of(ModerationPage page) {
      return new WaitingPage(
          page.items().stream().map(Waiting::of).toList(),
          page.page(),
          ReviewModeration.SIZE,
          page.total());
    }
  }

  /**
   * What is sent to decide about a review.
   *
   * @param revision that was read; may be left out
   * @param why in one line; to reject only
   */
  public record Decision(Integer revision, String why) {}
}
