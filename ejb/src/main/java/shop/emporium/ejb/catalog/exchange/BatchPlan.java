package shop.emporium.ejb.catalog.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Decides for each product of a batch whether it is new, known, known under another handle, or
 * cannot go in because its SKUs belong to another product.
 */
final class BatchPlan {

  /**
   * A product that the shop has.
   *
   * @param slug the one that it has now
   */
  record Known(long id, String slug, BigDecimal ratingAverage, int ratingCount) {}

  /** To whom an SKU belongs. */
  record Owner(Known product, long variantId) {}

  /**
   * What is to be done with a product.
   *
   * @param known null for a new one
   */
  record Planned(FileProduct product, Known known) {

    /** Whether the shop has it under another handle. */
    boolean isRenamed() {
      return known != null && !known.slug().equals(product.slug());
    }
  }

  private final Map<String, Known> bySlug;
  private final Map<String, Owner> bySku;
  private final LongPredicate isSeen;
  private final Map<String, String> claims = new HashMap<>();
  private final Set<Long> met = new HashSet<>();
  private final List<Planned> planned = new ArrayList<>();
  private final List<ImportIssue> faults = new ArrayList<>();

  /**
   * A plan for a batch.
   *
   * @param bySlug the shop's products that have the handles of the batch
   * @param bySku the shop's products that have the SKUs of the batch
   * @param isSeen whether this import has met the product of this id before
   */
  BatchPlan(Map<String, Known> bySlug, Map<String, Owner> bySku, LongPredicate isSeen) {
    this.bySlug = new HashMap<>(bySlug);
    this.bySku = bySku;
    this.isSeen = isSeen;
  }

  /** Plans the next product. */
  void add(FileProduct product) {
    Known known = bySlug.get(product.slug());
    Known renamed = known == null ? renamed(product) : null;
    if (renamed != null) {
      known = renamed;
      bySlug.remove(renamed.slug());
      bySlug.put(product.slug(), renamed);
    }
    String foreign = foreignSku(product, known);
    if (foreign != null) {
      faults.add(new ImportIssue(product.line(), "SKU " + foreign + " belongs to another product"));
      return;
    }
    product.variants().forEach(variant -> claims.put(variant.sku(), product.slug()));
    if (known != null) {
      met.add(known.id());
    }
    planned.add(new Planned(product, known));
  }

  /** The one product that has all these SKUs, unless this import has met it under its handle. */
  private Known renamed(FileProduct product) {
    Known owner = null;
    for (FileVariant variant : product.variants()) {
      Owner other = bySku.get(variant.sku());
      if (other == null || (owner != null && owner.id() != other.product().id())) {
        return null;
      }
      owner = other.product();
    }
    return owner == null || met.contains(owner.id()) || isSeen.test(owner.id()) ? null : owner;
  }

  private String foreignSku(FileProduct product, Known known) {
    for (FileVariant variant : product.variants()) {
      Owner owner = bySku.get(variant.sku());
      String claim = claims.get(variant.sku());
      boolean isOwn = owner == null || (known != null && known.id() == owner.product().id());
      if (!isOwn || (claim != null && !Objects.equals(claim, product.slug()))) {
        return variant.sku();
      }
    }
    return null;
  }

  /** How many of a product's variants the shop does not have. */
  int freshVariants(FileProduct product) {
    return (int)
        product.variants().stream().filter(variant -> !bySku.containsKey(variant.sku())).count();
  }

  /** The id of each variant in turn: its own, or the next fresh one. */
  List<Long> variantIds(FileProduct product, List<Long> fresh) {
    Iterator<Long> next = fresh.iterator();
    List<Long> ids = new ArrayList<>();
    for (FileVariant variant : product.variants()) {
      Owner owner = bySku.get(variant.sku());
      ids.add(owner == null ? next.next() : owner.variantId());
    }
    return ids;
  }

  List<Planned> planned() {
    return planned;
  }

  List<ImportIssue> faults() {
    return faults;
  }

  /** The ids of the shop's products that this batch names. */
  Set<Long> met() {
    return met;
  }
}
