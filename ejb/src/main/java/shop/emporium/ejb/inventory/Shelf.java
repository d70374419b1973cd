package shop.emporium.ejb.inventory;

/**
 * A variant whose row is locked.
 *
 * @param available pieces that can be had; 0 when it is not sold any more
 */
record Shelf(long variant, String sku, int available) {}
