package shop.emporium.ejb.review;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.order.OrderLookup;

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
    if (!reviews.change(id, buyer(author), fields, actor(author))) {
      throw new ReviewException(ReviewFault.UNKNOWN);
    }
  }

  public void delete(ReviewAuthor author, long id) {
    lock(author);
    if (!reviews.delete(id, buyer(author))) {
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

  /** As whom the author is known, as reviews name people. */
  public String buyer(ReviewAuthor author) {
    return author
        .customer()
        .map(ReviewRepository::buyer)
        .or(() -> opened(author).flatMap(purchases::buyerOf))
        .orElseThrow(() -> new ReviewException(ReviewFault.UNKNOWN));
  }

  /** A guest's order, if the link opens it. */
  private Optional<OrderNumber> opened(ReviewAuthor author) {
    return author
        .order()
        .filter(
            order ->
                author.link().filter(link -> orders.byLink(order, link).isPresent()).isPresent());
  }

  private void lock(ReviewAuthor author) {
    Optional<Long> customer =
        author.customer().or(() -> opened(author).flatMap(purchases::customerOf));
    if (customer.isPresent() && !purchases.lock(customer.get())) {
      throw new ReviewException(ReviewFault.UNKNOWN);
    }
  }

  private static Actor actor(ReviewAuthor author) {
    return author.customer().map(Actor::customer).orElse(Actor.GUEST);
  }
}
