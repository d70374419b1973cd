package shop.emporium.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.customer.OpenedSignIn;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;

class CustomerSessionTest {

  /** As a container answers when another request ended the session after this one found it. */
  private final HttpServletRequest request = requestOf(CustomerSessionTest::endedSession);

  @Test
  void nobodyIsSignedInByASessionThatEndsMeanwhile() {
    assertThat(CustomerSession.find(request, new SignInService())).isEmpty();
  }

  @Test
  void aSessionMayBeEndedTwiceAtOnce() {
    assertThatCode(() -> CustomerSession.close(request, null)).doesNotThrowAnyException();
  }

  @Test
  void whoseSessionEndsWhileSigningInGetsANewOne() {
    Map<String, Object> kept = new HashMap<>();
    Iterator<HttpSession> sessions =
        List.of(endedSession(), endedSession(), session(kept), session(kept)).iterator();
    OpenedSignIn opened =
        new OpenedSignIn(new SignedIn(7, 8, "Jo", "shopper", true), Optional.empty());
    CustomerSession.open(requestOf(sessions::next), null, opened);
    assertThat(kept).containsOnly(Map.entry("customer", "7"), Map.entry("signIn", "8"));
  }

  private static HttpSession session(Map<String, Object> kept) {
    return (HttpSession)
        Proxy.newProxyInstance(
            CustomerSessionTest.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> kept.put((String) arguments[0], arguments[1]));
  }

  private static HttpSession endedSession() {
    return (HttpSession)
        Proxy.newProxyInstance(
            CustomerSessionTest.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("ended");
            });
  }

  private static HttpServletRequest requestOf(Supplier<HttpSession> session) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            CustomerSessionTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                "getSession".equals(method.getName()) ? session.get() : null);
  }
}
