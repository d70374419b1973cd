package shop.emporium.ejb.catalog.exchange;

import java.util.List;

/**
 * A product that an import would change.
 *
 * @param line where it begins in the file, from 1
 * @param slug its address after the change
 * @param fields what would change, in words, such as "title" or "price of LAMP-1"
 */
public record ImportChange(long line, String slug, List<String> fields) {}
