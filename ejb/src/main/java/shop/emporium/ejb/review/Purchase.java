package shop.emporium.ejb.review;

/**
 * That somebody bought a product and was sent it.
 *
 * @param customer whose order it is; null for a guest's
 * @param buyer who that is, as reviews name people
 * @param same who that may be as well: the guest with a customer's address, and the other way
 *     round; null where nobody is
 * @param person what the buyer is called
 */
public record Purchase(
    long order,
    int position,
    long product,
    String slug,
    String name,
    String options,
    Long customer,
    String buyer,
    String same,
    String person) {}
