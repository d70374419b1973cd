package shop.emporium.ejb.order;

/**
 * What a line of an order is called when it is bought, whatever it is called later.
 *
 * @param options what tells the variant from its siblings; empty for an only variant
 * @param picture file name of the first picture, or null
 */
public record OrderedGoods(
    long variant, String slug, String name, String options, String picture) {}
