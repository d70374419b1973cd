package shop.emporium.ejb.wishlist;

/** Why something about wishes cannot be done. */
public enum WishlistFault {
  /**
   * The customer has no such list, or it holds no such wish; whether somebody else has is not told.
   */
  UNKNOWN("There is no such list or wish"),
  /** The shop sells no such article. */
  UNKNOWN_ARTICLE("No such article is sold here"),
  /** A list holds as many wishes as it may. */
  LIST_FULL("The list is full"),
  /** The customer has as many lists as there may be. */
  TOO_MANY_LISTS("There are as many lists as there may be"),
  /** Another list of the customer has this name. */
  NAME_TAKEN("Another list has this name"),
  /** The default list cannot be deleted. */
  DEFAULT_LIST("The default list stays"),
  /** The article can be bought: nobody has to wait for it. */
  IN_STOCK("It is in stock"),
  /** As many alerts wait for a customer as may. */
  TOO_MANY_ALERTS("There are as many alerts as there may be"),
  /** A link of a mail ran out, or never was one. */
  LINK("The link cannot be used any more");

  private final String words;

  WishlistFault(String words) {
    this.words = words;
  }

  /** In English, for programs. */
  public String words() {
    return words;
  }
}
