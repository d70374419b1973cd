package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Who is asking, as {@link ShopAuthentication} has found out. */
@RequestScoped
public class CurrentCustomer {

  private static final String PERSON = "shop.emporium.person";

  @Inject private HttpServletRequest request;

  static void tell(HttpServletRequest request, Optional<SignedIn> person) {
    request.setAttribute(PERSON, person.orElse(null));
  }

  static void tell(HttpServletRequest request, RuntimeException failure) {
    request.setAttribute(PERSON, failure);
  }

  /** The customer who is signed in; empty for a guest. */
  public Optional<SignedIn> find() {
    Object told = request.getAttribute(PERSON);
    if (told instanceof RuntimeException failure) {
      throw failure;
    }
    return Optional.ofNullable((SignedIn) told);
  }

  /**
   * The customer who is signed in.
   *
   * @throws ProblemException when nobody is
   */
  public SignedIn require() {
    return find()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        401,
                        "sign-in-required",
                        "For customers who are signed in",
                        "Sign in by POST /session, and keep its cookie.")));
  }

  /** From where the request comes. */
  public Caller caller() {
    return Caller.of(request.getRemoteAddr(), request.getHeader("User-Agent"));
  }
}
