package shop.emporium.ejb.inventory;

import java.util.Set;

/**
 * Of some variants another number can be bought than before. Fired in the transaction that did it:
 * observe it after success.
 */
public record StockMoved(Set<String> skus) {}
