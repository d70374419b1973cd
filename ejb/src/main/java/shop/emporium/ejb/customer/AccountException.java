package shop.emporium.ejb.customer;

import jakarta.ejb.ApplicationException;

/** Something about an account that cannot be done, for a reason that its owner can be told. */
@ApplicationException(inherited = true, rollback = true)
public abstract class AccountException extends RuntimeException {

  AccountException(String message) {
    super(message);
  }
}
