package shop.emporium.ejb.catalog;

import java.util.Set;

/**
 * Stock or price of variants is another, or whether they are sold at all. Fired in the transaction
 * that changed it: observe it after success.
 *
 * @param skus at most 1,000 of the variants concerned; empty when there are more
 */
public record OfferChanged(Set<String> skus) {

  public OfferChanged {
    skus = Set.copyOf(skus);
  }
}
