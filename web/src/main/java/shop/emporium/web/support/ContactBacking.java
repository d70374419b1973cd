package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.Filed;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.Profile;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.support.CallBackForm;
import shop.emporium.ejb.support.ContactForm;
import shop.emporium.ejb.support.SupportService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/**
 * The contact page: {@code /contact} with a form, {@code ?by=phone} with one to be called back, and
 * {@code ?sent=1001} once it was sent.
 *
 * <p>It is of one visitor, since its form is: customers find their name in it, and each has a token
 * of its own. It makes no session, and no cookie before something is sent.
 */
@Named("contact")
@RequestScoped
public class ContactBacking {

  private static final String SENT = "/contact?sent=";

  @Inject private SupportService support;
  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;
  @Inject private TicketOwner owner;
  @Inject private SupportForms forms;
  @Inject private PageForm form;
  @Inject private PageCache cache;
  @Inject private PageLanguage language;
  @Inject private HttpServletRequest request;

  private FormToken token;
  private Profile account;

  public void load() {
    cache.keepPrivate();
    token = FormToken.of(form.typed("token"));
    account = current.find().map(person -> accounts.profile(person.customer())).orElse(null);
    forms.on("contact", this::ask);
    forms.on("call", this::callBack);
  }

  private String ask() {
    ContactForm typed =
        ContactForm.typed(
            form.typed("name"),
            account == null ? form.typed("email") : account.email(),
            form.typed("subject"),
            form.typed("orderNumber"),
            form.typed("message"),
            language.getCode(),
            token.id());
    Optional<SignedIn> person = current.find();
    if (person.isPresent()) {
      return sent(support.ask(person.get().customer(), typed, current.caller()));
    }
    Secret key = owner.keyOr(token.secret());
    Filed filed = support.askAsGuest(key, typed, current.caller());
    owner.keep(key, Faces.getResponse());
    return sent(filed);
  }

  private String callBack() {
    CallBackForm typed =
        CallBackForm.typed(
            form.typed("name"),
            form.typed("phone"),
            account == null ? form.typed("email") : account.email(),
            form.typed("bestTime"),
            form.typed("note"),
            language.getCode(),
            token.id());
    Optional<SignedIn> person = current.find();
    if (person.isPresent()) {
      return sent(support.callBack(person.get().customer(), typed, current.caller()));
    }
    Secret key = owner.keyOr(token.secret());
    Filed filed = support.callBackAsGuest(key, typed, current.caller());
    owner.keep(key, Faces.getResponse());
    return sent(filed);
  }

  private static String sent(Filed filed) {
    return SENT + filed.conversation();
  }

  /** What makes a form that is sent twice one. */
  public String getToken() {
    return token.secret().value();
  }

  /** Whose account it is; null for a guest. */
  public Profile getAccount() {
    return account;
  }

  /** The name to begin with. */
  public String getName() {
    return account == null ? "" : ContactForm.fitting(account.name());
  }

  /** Whether somebody wants to be called. */
  public boolean isByPhone() {
    return form.isSent("call")
        || (!form.isSent("contact") && "phone".equals(request.getParameter("by")));
  }

  /** The number under which something was sent just now; 0 where nothing was. */
  public long getSent() {
    return form.isSent("contact") || form.isSent("call") ? 0 : form.number("sent");
  }
}
