package shop.emporium.ejb.customer;

/** Somebody who is signed in typed a password that is not theirs. */
public class WrongPasswordException extends AccountException {

  WrongPasswordException() {
    super("The present password is wrong");
  }
}
