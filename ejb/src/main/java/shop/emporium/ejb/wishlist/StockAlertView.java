package shop.emporium.ejb.wishlist;

/**
 * What somebody waits for, as its link shows it.
 *
 * @param slug of the product
 * @param options what tells the variant from its siblings; empty for an only variant
 * @param isConfirmed whether the address has said that it wants the mail
 * @param isSent whether the mail is on its way or there
 */
public record StockAlertView(
    String sku, String slug, String name, String options, boolean isConfirmed, boolean isSent) {}
