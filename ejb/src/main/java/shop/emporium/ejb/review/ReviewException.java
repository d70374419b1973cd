package shop.emporium.ejb.review;

import jakarta.ejb.ApplicationException;

/** Something about reviews cannot be done, for a reason that people can be told. */
@ApplicationException(rollback = true)
public class ReviewException extends RuntimeException {

  private final ReviewFault fault;

  ReviewException(ReviewFault fault) {
    super(fault.words());
    this.fault = fault;
  }

  public ReviewFault getFault() {
    return fault;
  }
}
