package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * What stands behind a page's name in its address: {@code red-lamp} in {@code /product/red-lamp}.
 */
@RequestScoped
public class PagePath {

  @Inject private HttpServletRequest request;

  /**
   * The one part behind the page's name, as it was typed; empty when there is none, or more than
   * one.
   */
  public Optional<String> name() {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    return nameIn(forwarded == null ? request.getRequestURI() : forwarded.toString());
  }

  static Optional<String> nameIn(String path) {
    int page = path.indexOf('/', 1);
    String rest = page < 0 ? "" : path.substring(page + 1);
    return rest.isEmpty() || rest.indexOf('/') >= 0 ? Optional.empty() : Optional.of(rest);
  }
}
