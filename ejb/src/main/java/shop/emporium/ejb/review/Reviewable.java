package shop.emporium.ejb.review;

import java.util.Optional;

/**
 * A product that somebody may review.
 *
 * @param product what it is called now
 * @param shownName what its buyer may want to be called
 * @param written what he wrote of it already
 */
public record Reviewable(
    String slug, String product, String options, String shownName, Optional<OwnReview> written) {}
