package shop.emporium.web.customer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import shop.emporium.ejb.customer.OpenedSignIn;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;

/**
 * What a session knows of a customer: two numbers, as texts, which every node can read.
 *
 * <p>The session's id changes when somebody signs in, so that nobody can hand a visitor a session
 * into which he looks himself.
 */
final class CustomerSession {

  private static final System.Logger LOG = System.getLogger(CustomerSession.class.getName());

  private static final String CUSTOMER = "customer";
  private static final String SIGN_IN = "signIn";

  private CustomerSession() {}

  /** Who is signed in by the session that the request belongs to. */
  static Optional<SignedIn> find(HttpServletRequest request, SignInService signIns) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    Object customer;
    Object signIn;
    try {
      customer = session.getAttribute(CUSTOMER);
      signIn = session.getAttribute(SIGN_IN);
    } catch (IllegalStateException ended) {
      // Another request of this browser signs out at this very moment.
      return Optional.empty();
    }
    return customer instanceof String person && signIn instanceof String number
        ? signIns.find(Long.parseLong(person), Long.parseLong(number))
        : Optional.empty();
  }

  /** Has the session stand for a sign-in, and gives the browser what it keeps. */
  static void open(HttpServletRequest request, HttpServletResponse response, OpenedSignIn opened) {
    try {
      fill(request, opened.person());
    } catch (IllegalStateException ended) {
      // Another request of this browser signed out at this very moment: a new session is made.
      fill(request, opened.person());
    }
    if (opened.token().isPresent()) {
      RememberCookie.write(request, response, opened.token().get());
    } else if (RememberCookie.isThere(request)) {
      RememberCookie.clear(request, response);
    }
  }

  private static void fill(HttpServletRequest request, SignedIn person) {
    request.getSession();
    // Also of a session that was just made: a container may take the id that a browser asks for.
    request.changeSessionId();
    HttpSession session = request.getSession();
    session.setAttribute(CUSTOMER, String.valueOf(person.customer()));
    session.setAttribute(SIGN_IN, String.valueOf(person.signIn()));
  }

  /** Ends the session, and takes from the browser what it kept. */
  static void close(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      end(session);
    }
    if (RememberCookie.isThere(request)) {
      RememberCookie.clear(request, response);
    }
  }

  private static void end(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException ended) {
      LOG.log(System.Logger.Level.DEBUG, "Another request ended the session first", ended);
    }
  }
}
