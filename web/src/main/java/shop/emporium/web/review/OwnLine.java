package shop.emporium.web.review;

import java.util.Locale;
import shop.emporium.ejb.review.OwnReview;

/**
 * A review in words, for its buyer and for people who work here.
 *
 * @param status its code
 * @param badge how that looks
 * @param day when it was written
 * @param decided when it got its status
 * @param language null where it is that of the page
 */
public record OwnLine(
    OwnReview review,
    String status,
    String badge,
    String name,
    String day,
    String decided,
    String language) {

  static OwnLine of(OwnReview review, Locale locale) {
    return new OwnLine(
        review,
        StatusTab.code(review.status()),
        MyReviewsBacking.badge(review.status()),
        ReviewWords.name(review.shownName(), locale),
        ReviewWords.day(review.writtenAt(), locale),
        ReviewWords.day(review.statusAt(), locale),
        ReviewWords.otherLanguage(review.language(), locale));
  }
}
