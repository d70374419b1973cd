package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.Credentials;
import shop.emporium.ejb.customer.OpenedSignIn;
import shop.emporium.ejb.customer.ProvedStep;
import shop.emporium.ejb.customer.SecondFactorRequiredException;
import shop.emporium.ejb.customer.SecondFactorService;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.customer.StoredPassword;

/** The way into an account and out of it, for pages and for the REST interface. */
@RequestScoped
public class SignInFlow {

  @Inject private AccountService accounts;
  @Inject private SecondFactorService factors;
  @Inject private SignInService signIns;
  @Inject private CurrentCustomer current;
  @Inject private Event<CustomerSignedIn> signedIn;

  /**
   * Signs in by a password. Whoever was signed in before with this browser is signed out.
   *
   * @param isRemembered whether the browser shall stay signed in for 60 days
   * @throws SecondFactorRequiredException when the account wants a code, too, see {@link #answer}
   * @throws shop.emporium.ejb.customer.WrongCredentialsException when nobody has this address and
   *     this password
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when it was tried too often
   * @throws shop.emporium.ejb.customer.BusyException when too many passwords are being checked
   */
  public SignedIn signIn(
      Credentials typed,
      boolean isRemembered,
      HttpServletRequest request,
      HttpServletResponse response) {
    StoredPassword proved = accounts.authenticate(typed, current.caller());
    factors
        .ask(proved.customer(), isRemembered)
        .ifPresent(
            challenge -> {
              throw new SecondFactorRequiredException(challenge);
            });
    return enter(signIns.begin(proved, isRemembered, current.caller()), request, response);
  }

  /**
   * Signs in who has proved the password and has a code.
   *
   * @throws shop.emporium.ejb.customer.SecondFactorException when the code is another, or it took
   *     too long
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when it was tried too often
   */
  public SignedIn answer(
      String challenge, String code, HttpServletRequest request, HttpServletResponse response) {
    ProvedStep proved = factors.answer(challenge, code);
    return enter(proved.customer(), proved.isRemembered(), request, response);
  }

  /** Lets in whoever has proved more than a password: by a code beside it, or by a passkey. */
  public SignedIn enter(
      long customer,
      boolean isRemembered,
      HttpServletRequest request,
      HttpServletResponse response) {
    return enter(signIns.beginStrong(customer, isRemembered, current.caller()), request, response);
  }

  private SignedIn enter(
      OpenedSignIn opened, HttpServletRequest request, HttpServletResponse response) {
    current.find().ifPresent(signIns::end);
    CustomerSession.open(request, response, opened);
    CurrentCustomer.tell(request, Optional.of(opened.person()));
    signedIn.fire(new CustomerSignedIn(opened.person(), request, response));
    return opened.person();
  }

  /** Signs out; who is not signed in may ask too. */
  public void signOut(HttpServletRequest request, HttpServletResponse response) {
    current.find().ifPresent(signIns::end);
    CustomerSession.close(request, response);
    CurrentCustomer.tell(request, Optional.empty());
  }
}
