package shop.emporium.domain.checkout;

/**
 * Something about an address that a parcel would not find.
 *
 * @param part of the address, as its fields are named: {@code postalCode}, {@code region}, {@code
 *     country}
 * @param example of what would do, such as {@code 10115}; empty without one
 */
public record AddressFault(String part, Kind kind, String example) {

  /** What is wrong. */
  public enum Kind {
    /** The shop does not send there. */
    NOT_SERVED,
    /** The country's addresses have one, this has none. */
    MISSING,
    /** The country writes it in another form. */
    FORM
  }
}
