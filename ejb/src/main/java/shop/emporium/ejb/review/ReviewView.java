package shop.emporium.ejb.review;

import java.time.Instant;

/**
 * A review as everybody sees it.
 *
 * @param stars 1 to 5
 * @param text plain, with line breaks
 * @param language in which it is written
 * @param shownName empty where its buyer is not named
 * @param options what was bought, such as {@code Size 42, Lilac}; may be empty
 * @param writtenAt when it was written, or changed last
 * @param helpful whom it helped, so many
 */
public record ReviewView(
    long id,
    int stars,
    String title,
    String text,
    String language,
    String shownName,
    String options,
    Instant writtenAt,
    int helpful) {}
