package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.Passkey;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.customer.PasskeyService;
import shop.emporium.ejb.customer.SecondFactorService;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/**
 * The customer's passkeys on the page about security: renamed and removed by forms. To add one
 * takes a script, since only that reaches a device.
 */
@Named("passkeys")
@RequestScoped
public class PasskeysBacking {

  private static final String PAGE = "/account/security?done=";
  private static final Pattern ONE_LINE = Pattern.compile(OneLine.FORM);

  @Inject private PasskeyService passkeys;
  @Inject private SecondFactorService factors;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;

  private List<PasskeyLine> lines;

  public void load() {
    long customer = current.require().customer();
    forms.on("passkey-rename", "", () -> rename(customer));
    forms.on("passkey-remove", "", () -> remove(customer));
    lines =
        passkeys.list(customer).stream()
            .map(passkey -> PasskeyLine.of(passkey, Faces.getLocale()))
            .toList();
  }

  private String rename(long customer) {
    String name = form.typed("passkey").strip();
    // Said of the form: a page has as many of these fields as passkeys.
    if (name.isEmpty() || name.length() > Passkey.MAX_NAME || !ONE_LINE.matcher(name).matches()) {
      form.refuse(Fault.of("passkey-name", Passkey.MAX_NAME));
      return null;
    }
    passkeys.rename(customer, form.number("id"), name);
    return PAGE + "passkey-renamed";
  }

  private String remove(long customer) {
    factors.requireProof(current.require());
    passkeys.remove(customer, form.number("id"));
    return PAGE + "passkey-removed";
  }

  /** The passkeys, in the order in which they were made. */
  public List<PasskeyLine> getLines() {
    return lines;
  }

  /** Whether another one fits. */
  public boolean isRoom() {
    return lines.size() < Passkey.MAX_OF_CUSTOMER;
  }

  /** The most characters of a name. */
  public int getMost() {
    return Passkey.MAX_NAME;
  }
}
