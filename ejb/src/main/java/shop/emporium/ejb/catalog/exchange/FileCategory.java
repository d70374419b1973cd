package shop.emporium.ejb.catalog.exchange;

import java.util.Map;
import java.util.Optional;
import shop.emporium.domain.catalog.CategoryWords;

/**
 * A category as a file presents it.
 *
 * @param parent slug of the one above, empty text for the top; nothing when the file does not say
 * @param picture address or file name, or null
 * @param translations words by language, such as "de"; none when the file does not say
 */
record FileCategory(
    String slug,
    Optional<String> parent,
    String name,
    String description,
    Map<String, CategoryWords> translations,
    String picture,
    String tint,
    int position) {}
