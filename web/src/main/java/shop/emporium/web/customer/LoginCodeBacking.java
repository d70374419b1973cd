package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.ejb.customer.SecondFactorException;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;

/** Asks who has proved the password for a code. */
@Named("loginCode")
@RequestScoped
public class LoginCodeBacking {

  @Inject private SignInFlow flow;
  @Inject private AccountForms forms;
  @Inject private PageForm form;
  @Inject private PageCache cache;

  public void load() {
    Optional<String> challenge = StepCookie.read(Faces.getRequest());
    if (challenge.isEmpty()) {
      cache.seeOther(beginAnew(""));
      return;
    }
    forms.on("code", "code", () -> answer(challenge.get()));
  }

  private String answer(String challenge) {
    try {
      flow.answer(challenge, form.typed("code"), Faces.getRequest(), Faces.getResponse());
    } catch (SecondFactorException refused) {
      if (refused.getFault() != SecondFactorFault.EXPIRED) {
        throw refused;
      }
      StepCookie.clear(Faces.getRequest(), Faces.getResponse());
      return beginAnew("&done=step-over");
    }
    StepCookie.clear(Faces.getRequest(), Faces.getResponse());
    return getNext();
  }

  private String beginAnew(String done) {
    return "/login?next=" + Format.encoded(getNext()) + done;
  }

  /** Where to go on, a path of this shop whatever was asked for. */
  public String getNext() {
    return LoginBacking.next();
  }
}
