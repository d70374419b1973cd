package shop.emporium.ejb.cart;

/**
 * Something about a line that became different by itself since the shopper saw it last. It is told
 * until he changes the line or says that he has read it.
 */
public record CartNews(Kind kind, CartLineView line) {

  /** What became different. */
  public enum Kind {
    /** Pieces of the customer's and of the guest's cart were added up. */
    ADDED_UP,
    /** The same, or the guest's alone, but fewer can be bought, or a line holds no more. */
    ADDED_UP_TO_LIMIT,
    /** It was saved for later, since the merged cart would have had too many lines. */
    MADE_ROOM,
    /** It costs more than when the shopper saw it. */
    PRICE_UP,
    /** It costs less than when the shopper saw it. */
    PRICE_DOWN,
    /** It could be bought when the shopper saw it, and cannot any more. */
    SOLD_OUT,
    /** It was sold out when the shopper saw it, and can be bought again. */
    BACK,
    /** Fewer are left than the line holds. */
    FEWER_LEFT
  }
}
