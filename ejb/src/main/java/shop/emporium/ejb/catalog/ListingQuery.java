package shop.emporium.ejb.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;

/**
 * Which products to list: those of which one variant meets all conditions at once.
 *
 * @param q words to search for, or null for all products
 * @param category slug of a category; its sub-categories count too; null for the whole shop
 * @param brands slugs of brands of which one must be the product's; empty for any
 * @param minPrice at least this, or null
 * @param maxPrice at most this, or null
 * @param inStock whether sold-out products are left out
 * @param onSale whether only reduced products come
 * @param rating at least so many stars, or null
 * @param options slugs of values by the slug of their option, such as colour: lilac, slate; of each
 *     option one value must be the variant's
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
    @NotNull @Size(max = MAX_OPTIONS) Map<@NotNull String, @NotNull Set<@NotNull String>> options,
    @NotNull SortOrder sort,
    @Min(1) @Max(MAX_PAGE) int page,
    @Min(1) @Max(MAX_SIZE) int size) {

  /** Longest search text in characters; the rest of a longer one is of no use. */
  public static final int MAX_WORDS = 200;

  public static final int MAX_BRANDS = 50;

  /** How many options may be chosen from at once. */
  public static final int MAX_OPTIONS = 10;

  public static final int MAX_SIZE = 100;

  /** Nobody leafs further, and each page costs the way to it. */
  public static final int MAX_PAGE = 10_000;

  /** The first products of the whole shop, in an order. */
  public static ListingQuery first(int size, SortOrder sort) {
    return new ListingQuery(
        null, null, Set.of(), null, null, false, false, null, Map.of(), sort, 1, size);
  }

  /** The same, of one category. */
  public ListingQuery in(String otherCategory) {
    return new ListingQuery(
        q,
        otherCategory,
        brands,
        minPrice,
        maxPrice,
        inStock,
        onSale,
        rating,
        options,
        sort,
        page,
        size);
  }

  /** The same on another page. */
  public ListingQuery onPage(int otherPage) {
    return new ListingQuery(
        q, category, brands, minPrice, maxPrice, inStock, onSale, rating, options, sort, otherPage,
        size);
  }

  /** The first page of the same with other brands. */
  public ListingQuery withBrands(Set<String> others) {
    return new ListingQuery(
        q, category, others, minPrice, maxPrice, inStock, onSale, rating, options, sort, 1, size);
  }

  /** The first page of the same within other prices. */
  public ListingQuery withPrices(Money least, Money most) {
    return new ListingQuery(
        q, category, brands, least, most, inStock, onSale, rating, options, sort, 1, size);
  }

  /** The first page of the same, with what is sold out or without it. */
  public ListingQuery withInStock(boolean only) {
    return new ListingQuery(
        q, category, brands, minPrice, maxPrice, only, onSale, rating, options, sort, 1, size);
  }

  /** The first page of the same, of reduced products only or of all. */
  public ListingQuery withOnSale(boolean only) {
    return new ListingQuery(
        q, category, brands, minPrice, maxPrice, inStock, only, rating, options, sort, 1, size);
  }

  /** The first page of the same with at least so many stars; null for any. */
  public ListingQuery withRating(Integer stars) {
    return new ListingQuery(
        q, category, brands, minPrice, maxPrice, inStock, onSale, stars, options, sort, 1, size);
  }

  /** The first page of the same with other options. */
  public ListingQuery withOptions(Map<String, Set<String>> others) {
    return new ListingQuery(
        q, category, brands, minPrice, maxPrice, inStock, onSale, rating, others, sort, 1, size);
  }

  /** The first page of the same words in the same category, without any filter. */
  public ListingQuery withoutFilters() {
    return new ListingQuery(
        q, category, Set.of(), null, null, false, false, null, Map.of(), sort, 1, size);
  }

  int offset() {
    return (page - 1) * size;
  }
}
