package shop.emporium.ejb.review;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import shop.emporium.domain.review.Review;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.ReviewCounts;
import shop.emporium.ejb.customer.Throttle;
import shop.emporium.ejb.customer.ThrottleKind;

/**
 * Shows reviews to everybody, and lets those write who bought the product here and were sent it.
 *
 * <p>What is written waits until somebody who works here has read it ({@link ReviewModeration}),
 * and waits again when it is changed. Writing is counted before it is done, outside of any
 * transaction, and after it is known who writes: a link that opens nothing is counted for nobody,
 * since it has 256 bits to guess and would otherwise use up the attempts of whose order it names.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReviewService {

  /** The most of one's own reviews that are listed, the newest. */
  static final int MOST_OWN = 200;

  @Inject private CatalogService catalog;
  @Inject private ReviewQueries queries;
  @Inject private ReviewMemory memory;
  @Inject private ReviewStore store;
  @Inject private Throttle throttle;

  /** A page of the reviews of a product; the last one where a later one is asked for. */
  public ReviewPage published(@NotNull ProductDetails product, @NotNull @Valid ReviewQuery query) {
    ReviewCounts counts = product.reviews();
    int total = query.stars() == 0 ? counts.total() : counts.of(query.stars());
    int page = Math.min(query.page(), ReviewPage.pagesOf(total));
    if (total == 0) {
      return new ReviewPage(List.of(), page, 0);
    }
    ReviewQuery asked = new ReviewQuery(page, query.stars(), query.order());
    return new ReviewPage(
        memory.page(
            product.slug(),
            counts.revision(),
            asked,
            () -> queries.published(product.slug(), asked)),
        page,
        total);
  }

  /**
   * What an author may write about, and wrote already.
   *
   * @throws ReviewException when there is no such product, or the author did not buy it
   */
  public Reviewable reviewable(@NotNull ReviewAuthor author, @NotNull String slug) {
    requireProduct(slug);
    Purchase purchase = bought(author, slug);
    return new Reviewable(
        purchase.slug(),
        purchase.name(),
        purchase.options(),
        Review.publicName(purchase.person()),
        queries.find(slug, new ReviewReach(purchase.buyer(), author.order())));
  }

  /**
   * Writes a review.
   *
   * @return its number
   * @throws ReviewException when there is no such product, the author did not buy it, or wrote of
   *     it already
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when there were too many of late
   */
  public long write(
      @NotNull ReviewAuthor author, @NotNull String slug, @NotNull @Valid ReviewFields fields) {
    requireProduct(slug);
    // Refuses a link that opens nothing, before it is counted.
    bought(author, slug);
    throttle.enter(ThrottleKind.REVIEW, author.key());
    return store.write(author, slug, fields);
  }

  /**
   * Changes an author's own review; it is not shown until it has been read again.
   *
   * @throws ReviewException when the author has no such review
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when there were too many of late
   */
  public void change(@NotNull ReviewAuthor author, long id, @NotNull @Valid ReviewFields fields) {
    // Refuses a link that opens nothing, before it is counted.
    store.reach(author);
    throttle.enter(ThrottleKind.REVIEW, author.key());
    store.change(author, id, fields);
  }

  /**
   * Deletes an author's own review, and what it counted for.
   *
   * @throws ReviewException when the author has no such review
   */
  public void delete(@NotNull ReviewAuthor author, long id) {
    store.delete(author, id);
  }

  /**
   * An author's own review.
   *
   * @throws ReviewException when the author has no such review
   */
  public OwnReview own(@NotNull ReviewAuthor author, long id) {
    return queries
        .find(id, store.reach(author))
        .orElseThrow(() -> new ReviewException(ReviewFault.UNKNOWN));
  }

  /**
   * Whether an author came by the link of an order that belongs to an account. By that nothing is
   * seen or written here: its customer signs in.
   */
  public boolean isOfAccount(@NotNull ReviewAuthor author) {
    return store.isOfAccount(author);
  }

  /** A customer's own reviews, the newest first, whatever became of them. */
  public List<OwnReview> ofCustomer(long customer) {
    return queries.ofBuyer(ReviewRepository.buyer(customer), MOST_OWN);
  }

  /**
   * Notes that a review helped a customer, or did not after all; twice is once.
   *
   * @throws ReviewException when there is no such review, or it is the customer's own
   */
  public void vote(long customer, long id, boolean isHelpful) {
    store.vote(customer, id, isHelpful);
  }

  private Purchase bought(ReviewAuthor author, String slug) {
    return store
        .purchase(author, slug)
        .orElseThrow(() -> new ReviewException(ReviewFault.NOT_BOUGHT));
  }

  private void requireProduct(String slug) {
    if (catalog.product(slug).isEmpty()) {
      throw new ReviewException(ReviewFault.UNKNOWN_PRODUCT);
    }
  }
}
