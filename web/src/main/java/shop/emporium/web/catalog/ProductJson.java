package shop.emporium.web.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.ejb.catalog.BrandFacet;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.Picture;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.ProductSummary;
import shop.emporium.ejb.catalog.SpecificationView;
import shop.emporium.ejb.catalog.VariantView;
import shop.emporium.web.shared.MoneyView;

/**
 * The catalogue as the REST interface shows it. Field names are a promise; the services' records
 * are not.
 */
final class ProductJson {

  private ProductJson() {}

  /**
   * A product in a list.
   *
   * @param formerPrice null when it is not on sale
   * @param available pieces over all variants
   * @param picture address on this host, or null
   */
  public record Item(
      String slug,
      String name,
      String brand,
      MoneyView price,
      MoneyView formerPrice,
      boolean priceVaries,
      int available,
      String picture,
      String rating,
      int ratings) {

    static Item of(ProductSummary product) {
      return new Item(
          product.slug(),
          product.name(),
          product.brand(),
          MoneyView.of(product.price()),
          MoneyView.of(product.formerPrice()),
          product.priceVaries(),
          product.available(),
          address(product.picture()),
          product.rating().toPlainString(),
          product.ratings());
    }
  }

  /**
   * Something to offer to who is typing: a product, or a category with only a slug and a name.
   *
   * @param type {@code product} or {@code category}
   */
  public record Suggestion(
      String type, String slug, String name, String brand, MoneyView price, String picture) {

    static Suggestion of(ProductSummary product) {
      return new Suggestion(
          "product",
          product.slug(),
          product.name(),
          product.brand(),
          MoneyView.of(product.price()),
          address(product.picture()));
    }

    static Suggestion of(CategoryNode category) {
      return new Suggestion(
          "category", category.slug(), category.name(), null, null, address(category.picture()));
    }
  }

  /**
   * A page of a list: {@code page} counts from 1, {@code total} over all pages.
   *
   * @param searchedFor the mended words, when nothing was found for those asked for; else null
   */
  public record Page(
      List<Item> items, int page, int size, int total, Facets facets, String searchedFor) {

    static Page of(ProductPage page) {
      return new Page(
          page.items().stream().map(Item::of).toList(),
          page.page(),
          page.size(),
          page.total(),
          Facets.of(page.facets()),
          page.meant());
    }
  }

  /**
   * By what a list can be narrowed down. Each count tells how many products there would be if this
   * were chosen, all other filters staying.
   *
   * @param categories counts by slug
   */
  public record Facets(
      Map<String, Integer> categories,
      List<Brand> brands,
      MoneyView lowestPrice,
      MoneyView highestPrice,
      List<Stars> ratings,
      int inStock,
      int sale,
      List<Option> options) {

    static Facets of(shop.emporium.ejb.catalog.Facets facets) {
      return new Facets(
          new TreeMap<>(facets.categories()),
          facets.brands().stream().map(Brand::of).toList(),
          MoneyView.of(facets.lowest()),
          MoneyView.of(facets.highest()),
          facets.ratings().stream().map(stars -> new Stars(stars.stars(), stars.count())).toList(),
          facets.inStock(),
          facets.onSale(),
          facets.options().stream()
              .map(
                  option ->
                      new Option(
                          option.slug(),
                          option.name(),
                          option.values().stream()
                              .map(value -> new Value(value.slug(), value.name(), value.count()))
                              .toList()))
              .toList());
    }
  }

  /** So many stars and up. */
  public record Stars(int stars, int count) {}

  /** An option; its values go into the parameter {@code option.<slug>}. */
  public record Option(String slug, String name, List<Value> values) {}

  /** A value of an option. */
  public record Value(String slug, String name, int count) {}

  /** A brand in a list, with the number of its products under all other filters. */
  public record Brand(String slug, String name, int count) {

    static Brand of(BrandFacet facet) {
      return new Brand(facet.slug(), facet.name(), facet.count());
    }
  }

  /**
   * Everything about a product.
   *
   * @param reviewsByStars how many reviews of buyers have one star, two, and so on
   */
  public record Details(
      String slug,
      String name,
      String brand,
      String category,
      String description,
      String rating,
      int ratings,
      List<Integer> reviewsByStars,
      List<PictureLink> pictures,
      Map<String, String> specifications,
      List<Variant> variants) {

    static Details of(ProductDetails product) {
      Map<String, String> specifications = new LinkedHashMap<>();
      for (SpecificationView line : product.specifications()) {
        specifications.put(line.name(), line.value());
      }
      return new Details(
          product.slug(),
          product.name(),
          product.brand(),
          product.categorySlug(),
          product.description(),
          product.rating().toPlainString(),
          product.ratings(),
          product.reviews().byStars(),
          product.pictures().stream()
              .map(picture -> new PictureLink(address(picture), picture.alt()))
              .toList(),
          specifications,
          product.variants().stream().map(Variant::of).toList());
    }
  }

  /** Where a picture is, and what it shows in words. */
  public record PictureLink(String url, String alt) {}

  /** What can be bought. */
  public record Variant(
      String sku,
      Map<String, String> options,
      MoneyView price,
      MoneyView formerPrice,
      int available) {

    static Variant of(VariantView variant) {
      Map<String, String> options = new LinkedHashMap<>();
      for (VariantOption option : variant.options()) {
        options.put(option.name(), option.value());
      }
      return new Variant(
          variant.sku(),
          options,
          MoneyView.of(variant.price()),
          MoneyView.of(variant.formerPrice()),
          variant.available());
    }
  }

  /** A category with those below it. */
  public record Category(
      String slug, String name, String description, int products, List<Category> children) {

    static Category of(CategoryNode node) {
      return new Category(
          node.slug(),
          node.name(),
          node.description(),
          node.products(),
          node.children().stream().map(Category::of).toList());
    }
  }

  private static String address(Picture picture) {
    return picture == null ? null : "/media/" + picture.file();
  }
}
