package shop.emporium.ejb.wishlist;

import jakarta.ejb.ApplicationException;

/** Something about wishes cannot be done, for a reason that people can be told. */
@ApplicationException(rollback = true)
public class WishlistException extends RuntimeException {

  private final WishlistFault fault;

  WishlistException(WishlistFault fault) {
    super(fault.words());
    this.fault = fault;
  }

  public WishlistFault getFault() {
    return fault;
  }
}
