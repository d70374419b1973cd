package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageLanguage;

/**
 * Stands before the pages that are of one customer: nobody keeps them, and who is not signed in
 * does that first and comes back.
 */
@Named("guard")
@RequestScoped
public class SignInGuard {

  @Inject private CurrentCustomer current;
  @Inject private PageCache cache;
  @Inject private PageLanguage language;
  @Inject private HttpServletRequest request;

  /** Lets customers pass and leads others to the page where they sign in. */
  public void require() {
    cache.keepPrivate();
    if (current.find().isEmpty()) {
      String lost = "POST".equals(request.getMethod()) ? "&done=ended" : "";
      cache.seeOther("/login?next=" + Format.encoded(language.getHere()) + lost);
    }
  }
}
