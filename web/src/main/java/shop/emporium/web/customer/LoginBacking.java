package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.customer.Credentials;
import shop.emporium.ejb.customer.SecondFactorRequiredException;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.LocalPath;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;

/** Signs in, and leads on to the page that was wanted: {@code /login?next=/account/addresses}. */
@Named("login")
@RequestScoped
public class LoginBacking {

  private static final String HOME = "/account";
  private static final String CODE = "/login/code?next=";

  @Inject private SignInFlow flow;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;
  @Inject private PageCache cache;

  public void load() {
    if (form.isSent("login")) {
      forms.on("login", "password", this::signIn);
    } else if (current.find().isPresent()) {
      cache.seeOther(getNext());
    }
  }

  private String signIn() {
    Credentials typed = new Credentials(form.typed("email").strip(), form.typed("password"));
    boolean isRemembered = form.ticked("login", "remember", false);
    try {
      flow.signIn(typed, isRemembered, Faces.getRequest(), Faces.getResponse());
      return getNext();
    } catch (SecondFactorRequiredException required) {
      StepCookie.write(Faces.getRequest(), Faces.getResponse(), required.getChallenge());
      return CODE + Format.encoded(getNext());
    }
  }

  /** Where to go on, a path of this shop whatever was asked for. */
  public String getNext() {
    return next();
  }

  static String next() {
    return LocalPath.of(Faces.getRequestParameter("next"))
        .filter(path -> !path.startsWith("/login"))
        .orElse(HOME);
  }
}
