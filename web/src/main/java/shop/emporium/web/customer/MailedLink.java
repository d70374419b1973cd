package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import shop.emporium.domain.shared.Secret;
import shop.emporium.web.shared.PageForm;

/**
 * The link of a mail by which a page was opened. It is used when a form is sent, never by looking
 * at the page: programs that read mails open links too.
 */
@RequestScoped
class MailedLink {

  static final String TOKEN = "token";

  @Inject private HttpServletRequest request;
  @Inject private PageForm form;

  /** What the link holds; empty when it is none of ours. */
  String token() {
    return Secret.parse(request.getParameter(TOKEN)).map(Secret::value).orElse("");
  }

  /** Whether it may be good, as far as was found out. */
  boolean isUsable() {
    return !token().isEmpty() && !isRefusedAs("link") && !isRefusedAs("email-taken");
  }

  boolean isRefusedAs(String key) {
    return form.getFaults().stream().anyMatch(fault -> fault.key().equals(key));
  }
}
