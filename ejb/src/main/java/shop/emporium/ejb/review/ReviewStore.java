package shop.emporium.ejb.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderView;

/**
 * What buyers do with their reviews, each in a transaction; {@link ReviewService} is the way here.
 */
@Stateless
public class ReviewStore {

  @Inject private PurchaseRepository purchases;
  @Inject private ReviewRepository reviews;
  @Inject private OrderLookup orders;

  public long write(ReviewAuthor author, String slug, ReviewFields fields) {
    lock(author);
    Purchase purchase =
        purchase(author, slug).orElseThrow(() -> new ReviewException(ReviewFault.NOT_BOUGHT));
    return reviews
        .insert(purchase, fields, actor(author))
        .orElseThrow(() -> new ReviewException(ReviewFault.ALREADY));
  }

  public void change(ReviewAuthor author, long id, ReviewFields fields) {
    lock(author);
    if (!reviews.change(id, reach(author), fields, actor(author))) {
      throw new ReviewException(ReviewFault.UNKNOWN);
    }
  }

  public void delete(ReviewAuthor author, long id) {
    lock(author);
    if (!reviews.delete(id, reach(author))) {
      throw new ReviewException(ReviewFault.UNKNOWN);
    }
  }

  public void vote(long customer, long id, boolean isHelpful) {
    if (!purchases.lock(customer) || !reviews.vote(id, customer, isHelpful)) {
      throw new ReviewException(ReviewFault.UNKNOWN);
    }
  }

  /** The purchase of a product by whom the author proves to be. */
  public Optional<Purchase> purchase(ReviewAuthor author, String slug) {
    return author.customer().isPresent()
        ? purchases.ofCustomer(author.customer().get(), slug)
        : opened(author).flatMap(order -> purchases.ofOrder(order, slug));
  }

  /** Which reviews are the author's own. */
  public ReviewReach reach(ReviewAuthor author) {
    return author
        .customer()
        .map(ReviewReach::ofCustomer)
        .or(() -> opened(author).flatMap(this::reachOf))
        .orElseThrow(() -> new ReviewException(ReviewFault.UNKNOWN));
  }

  private Optional<ReviewReach> reachOf(OrderNumber order) {
    return purchases.buyerOf(order).map(buyer -> new ReviewReach(buyer, Optional.of(order)));
  }

  /** Whether the link opens an order that belongs to an account. */
  public boolean isOfAccount(ReviewAuthor author) {
    return linked(author).flatMap(OrderView::customer).isPresent();
  }

  /**
   * A guest's order, if the link opens it. Not that of an account: whoever knows its number and its
   * address of e-mail gets a link, and that is no sign-in.
   */
  private Optional<OrderNumber> opened(ReviewAuthor author) {
    return linked(author).filter(order -> order.customer().isEmpty()).map(OrderView::number);
  }

  private Optional<OrderView> linked(ReviewAuthor author) {
    return author
        .order()
        .flatMap(order -> author.link().flatMap(link -> orders.byLink(order, link)));
  }

  private void lock(ReviewAuthor author) {
    Optional<Long> customer = author.customer();
    if (customer.isPresent() && !purchases.lock(customer.get())) {
      throw new ReviewException(ReviewFault.UNKNOWN);
    }
  }

  private static Actor actor(ReviewAuthor author) {
    return author.customer().map(Actor::customer).orElse(Actor.GUEST);
  }
}
