package shop.emporium.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.customer.SignInService;

class CustomerSessionTest {

  /** As a container answers when another request ended the session after this one found it. */
  private final HttpServletRequest request = requestOf(endedSession());

  @Test
  void nobodyIsSignedInByASessionThatEndsMeanwhile() {
    assertThat(CustomerSession.find(request, new SignInService())).isEmpty();
  }

  @Test
  void aSessionMayBeEndedTwiceAtOnce() {
    assertThatCode(() -> CustomerSession.close(request, null)).doesNotThrowAnyException();
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

  private static HttpServletRequest requestOf(HttpSession session) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            CustomerSessionTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> "getSession".equals(method.getName()) ? session : null);
  }
}
