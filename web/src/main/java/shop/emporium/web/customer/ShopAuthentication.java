package shop.emporium.web.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import shop.emporium.ejb.customer.OpenedSignIn;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;

/**
 * Tells the container at each request who is asking: by the session, or by the cookie of a browser
 * that stays signed in.
 *
 * <p>What is the same for everybody asks nobody. Where the database cannot be asked, the request
 * goes on without a name, and fails only when somebody wants to know it ({@link CurrentCustomer}).
 */
@ApplicationScoped
public class ShopAuthentication implements HttpAuthenticationMechanism {

  /** Addresses behind which nobody is anybody; nginx takes cookies from most of them. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "/|/(category|product|search|help|assets|media|static|webjars|jakarta\\.faces\\.resource"
              + "|sitemaps|health|internal|api/v1/(products|categories|suggest|openapi|docs))(/.*)?"
              + "|/(robots\\.txt|sitemap\\.xml)");

  /** What everybody reads and some may write: to do that, one is somebody. */
  private static final Pattern WRITTEN = Pattern.compile("/api/v1/products/[^/]+/reviews/?");

  /**
   * Who opens a socket is never given a new secret: where the answer to a handshake goes astray,
   * the old one would look stolen. Its page asks who it is first.
   */
  private static final String SOCKETS = "/live";

  @Inject private SignInService signIns;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<SignedIn> person = Optional.empty();
    if (!isPublic(request)) {
      try {
        person = recognise(request, response);
        CurrentCustomer.tell(request, person);
      } catch (RuntimeException failure) {
        CurrentCustomer.tell(request, failure);
      }
    }
    return person.isPresent()
        ? context.notifyContainerAboutLogin(
            String.valueOf(person.get().customer()), Set.of(person.get().group()))
        : context.doNothing();
  }

  private static boolean isPublic(HttpServletRequest request) {
    return PUBLIC.matcher(request.getRequestURI()).matches()
        && !(WRITTEN.matcher(request.getRequestURI()).matches()
            && request.getMethod().equals("POST"));
  }

  private Optional<SignedIn> recognise(HttpServletRequest request, HttpServletResponse response) {
    Optional<SignedIn> person = CustomerSession.find(request, signIns);
    return person.isPresent()
            || !RememberCookie.isThere(request)
            || request.getRequestURI().equals(SOCKETS)
        ? person
        : resume(request, response);
  }

  private Optional<SignedIn> resume(HttpServletRequest request, HttpServletResponse response) {
    Optional<OpenedSignIn> opened = RememberCookie.read(request).flatMap(signIns::resume);
    if (opened.isEmpty()) {
      RememberCookie.clear(request, response);
      return Optional.empty();
    }
    CustomerSession.open(request, response, opened.get());
    return Optional.of(opened.get().person());
  }
}
