package shop.emporium.ejb.review;

/** Why something about reviews cannot be done. */
public enum ReviewFault {
  /** There is no such review, or it is somebody else's; which of both is not told. */
  UNKNOWN("There is no such review"),
  /** The shop sells no such product. */
  UNKNOWN_PRODUCT("No such product is sold here"),
  /** The visitor has not bought it, or it was not sent yet. */
  NOT_BOUGHT("Reviews are for those who bought this here and were sent it"),
  /** The buyer has a review of it already. */
  ALREADY("There is a review of this product by the same buyer"),
  /** What was read is not what is there now. */
  CHANGED("The review was changed meanwhile"),
  /** It is what it was to become. */
  DECIDED("The review is so already");

  private final String words;

  ReviewFault(String words) {
    this.words = words;
  }

  /** In English, for programs. */
  public String words() {
    return words;
  }
}
