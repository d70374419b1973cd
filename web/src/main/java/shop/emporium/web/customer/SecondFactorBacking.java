package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.RecoveryCode;
import shop.emporium.ejb.customer.SecondFactorService;
import shop.emporium.ejb.customer.SecondFactorView;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.customer.TotpOffer;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.QrCode;

/**
 * Codes of an app, on the page about security. Recovery codes are shown in the answer that makes
 * them, and never again.
 */
@Named("secondFactor")
@RequestScoped
public class SecondFactorBacking {

  private static final String PAGE = "/account/security";

  @Inject private SecondFactorService factors;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;

  private SecondFactorView view;
  private Optional<TotpOffer> offer = Optional.empty();
  private List<String> codes = List.of();

  public void load() {
    SignedIn person = current.require();
    forms.on("factor-begin", "beginPassword", () -> begin(person));
    forms.on("factor-confirm", "code", () -> confirm(person));
    forms.on("factor-codes", "codesPassword", () -> renew(person));
    forms.on("factor-off", "offPassword", () -> remove(person));
    view = factors.view(person);
    if (!view.isOn()) {
      offer = factors.begun(person.customer());
    }
  }

  private String begin(SignedIn person) {
    factors.begin(person, form.typed("beginPassword"), current.caller());
    return PAGE + "?done=factor-begun#second-factor";
  }

  private String confirm(SignedIn person) {
    show(factors.confirm(person, form.typed("code")));
    return null;
  }

  private String renew(SignedIn person) {
    show(factors.renewCodes(person, form.typed("codesPassword"), current.caller()));
    return null;
  }

  private void show(List<RecoveryCode> fresh) {
    codes = fresh.stream().map(RecoveryCode::value).toList();
  }

  private String remove(SignedIn person) {
    factors.remove(person, form.typed("offPassword"), current.caller());
    return PAGE + "?done=factor-off#second-factor";
  }

  public SecondFactorView getView() {
    return view;
  }

  /** Since when codes are asked for, in words. */
  public String getSince() {
    return view.isOn() ? Moments.words(view.since(), Faces.getLocale()) : "";
  }

  /** Whether an app is to send its first code. */
  public boolean isBegun() {
    return offer.isPresent();
  }

  /** What the app has to know, in groups of four letters. */
  public String getSecret() {
    return offer.map(TotpOffer::secret).orElse("").replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** The same as a picture. */
  public String getPicture() {
    return offer.map(TotpOffer::uri).map(QrCode::dataUri).orElse("");
  }

  /** Recovery codes that were just made; empty otherwise. */
  public List<String> getCodes() {
    return codes;
  }
}
