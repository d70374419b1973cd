package shop.emporium.ejb.customer;

/** No account has this address and this password. Which of the two is wrong is not told. */
public class WrongCredentialsException extends AccountException {

  WrongCredentialsException() {
    super("The e-mail address or the password is wrong");
  }
}
