package shop.emporium.ejb.catalog;

import java.time.Instant;

/**
 * A product as a list for search engines names it.
 *
 * @param changed when anything about it changed last
 */
public record SitemapEntry(String slug, Instant changed) {}
