package shop.emporium.ejb.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a node remembers of the catalogue to list it: the columns, and what their numbers stand
 * for. Not safe for threads by itself, see {@link CatalogueMemory}.
 */
final class Shelves {

  private record Brand(String slug, String name) {}

  private final ListingColumns columns = new ListingColumns();
  private final OptionDictionary options = new OptionDictionary();
  private final IdNumbers categoryNumbers = new IdNumbers();
  private final IdNumbers brandNumbers = new IdNumbers();
  private final List<Brand> brands = new ArrayList<>();
  private final Map<String, Integer> brandsBySlug = new HashMap<>();
  private CategoryTree tree = CategoryTree.EMPTY;

  ListingColumns columns() {
    return columns;
  }

  OptionDictionary options() {
    return options;
  }

  IdNumbers categoryNumbers() {
    return categoryNumbers;
  }

  IdNumbers brandNumbers() {
    return brandNumbers;
  }

  CategoryTree tree() {
    return tree;
  }

  /** Takes the tree of categories as it is now; all of them get their numbers. */
  void plant(CategoryTree fresh) {
    fresh.ids().forEach(categoryNumbers::numberOf);
    tree = fresh;
  }

  /** Takes a brand's name as it is now. */
  void name(long id, String slug, String name) {
    int number = brandNumbers.numberOf(id);
    while (brands.size() <= number) {
      brands.add(null);
    }
    brands.set(number, new Brand(slug, name));
    brandsBySlug.put(slug, number);
  }

  String brandSlug(int number) {
    return brands.get(number).slug();
  }

  String brandName(int number) {
    return brands.get(number).name();
  }

  /** The numbers of brands with these slugs; null for no slugs, which stands for all brands. */
  BitSet brandsOf(Set<String> slugs) {
    if (slugs.isEmpty()) {
      return null;
    }
    BitSet numbers = new BitSet();
    slugs.stream()
        .filter(brandsBySlug::containsKey)
        .forEach(slug -> numbers.set(brandsBySlug.get(slug)));
    return numbers;
  }

  /** The numbers of a category and of all below it; null for no slug, which stands for all. */
  BitSet branchOf(String slug) {
    if (slug == null) {
      return null;
    }
    BitSet numbers = new BitSet();
    tree.branch(slug).forEach(id -> numbers.set(categoryNumbers.numberOf(id)));
    return numbers;
  }

  /** How many products are listed in each category, those below it included, by its slug. */
  Map<String, Integer> categoryCounts(int[] byNumber) {
    return tree.rollUp(
        id -> {
          int number = categoryNumbers.find(id);
          return number < 0 || number >= byNumber.length ? 0 : byNumber[number];
        });
  }

  /** How many products are listed in each category. */
  Map<String, Integer> categoryCounts() {
    int[] byNumber = new int[categoryNumbers.size()];
    for (int ordinal = 0; ordinal < columns.size(); ordinal++) {
      if (columns.variantCount[ordinal] > 0) {
        byNumber[columns.category[ordinal]]++;
      }
    }
    return categoryCounts(byNumber);
  }

  ListingScan.Sizes sizes() {
    return new ListingScan.Sizes(categoryNumbers.size(), brandNumbers.size(), options.valueCount());
  }

  ListingConditions conditions(ListingQuery query) {
    return new ListingConditions(
        columns, options, query, branchOf(query.category()), brandsOf(query.brands()));
  }
}
