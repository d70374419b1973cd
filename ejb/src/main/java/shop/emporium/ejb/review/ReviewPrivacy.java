package shop.emporium.ejb.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import shop.emporium.ejb.customer.CustomerErased;
import shop.emporium.ejb.customer.CustomerExported;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * Tells customers what their reviews hold about them, and forgets them with the customer: stars and
 * words that others have read stay, as those of a customer without a name.
 */
@ApplicationScoped
class ReviewPrivacy {

  @Inject private ReviewPrivacyRepository reviews;

  void tell(@Observes CustomerExported export) {
    export.add("reviews", JsonCodec.array(reviews.export(export.customer())));
    export.add("helpfulReviews", JsonCodec.array(reviews.exportVotes(export.customer())));
  }

  void forget(@Observes CustomerErased erased) {
    reviews.forget(erased.customer());
  }
}
