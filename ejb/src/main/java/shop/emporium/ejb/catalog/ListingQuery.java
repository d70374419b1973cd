package shop.emporium.ejb.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.joda.money.Money;

/**
 * Which products to list.
 *
 * @param q words to search for, or null for all products
 * @param category slug of a category; its sub-categories count too; null for the whole shop
 * @param brands slugs of brands of which one must be the product's; empty for any
 * @param minPrice at least this, or null
 * @param maxPrice at most this, or null
 * @param inStock whether sold-out products are left out
 * @param onSale whether only reduced products come
 * @param rating at least so many stars, or null
 * @param page from 1
 * @param size products a page, from 1 to 100
 */
public record ListingQuery(
    @Size(max = MAX_WORDS) String q,
    @Size(max = 100) String category,
    @NotNull @Size(max = MAX_BRANDS) Set<@NotNull String> brands,
    Money minPrice,
    Money maxPrice,
    boolean inStock,
    boolean onSale,
    @Min(1) @Max(5) Integer rating,
    @NotNull SortOrder sort,
    @Min(1) @Max(MAX_PAGE) int page,
    @Min(1) @Max(MAX_SIZE) int size) {

  /** Longest search text in characters; the rest of a longer one is of no use. */
  public static final int MAX_WORDS = 200;

  public static final int MAX_BRANDS = 50;
  public static final int MAX_SIZE = 100;

  /** Nobody leafs further, and a database counts its way to each page. */
  public static final int MAX_PAGE = 10_000;

  /** The first products of the whole shop, in an order. */
  public static ListingQuery first(int size, SortOrder sort) {
    return new ListingQuery(null, null, Set.of(), null, null, false, false, null, sort, 1, size);
  }

  /** The same, of one category. */
  public ListingQuery in(String otherCategory) {
    return new ListingQuery(
        q, otherCategory, brands, minPrice, maxPrice, inStock, onSale, rating, sort, page, size);
  }

  /** The same, reduced products only. */
  public ListingQuery reduced() {
    return new ListingQuery(
        q, category, brands, minPrice, maxPrice, inStock, true, rating, sort, page, size);
  }

  int offset() {
    return (page - 1) * size;
  }
}
