package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import shop.emporium.domain.checkout.AddressFault;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.checkout.BillingFields;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.CheckoutSteps;
import shop.emporium.ejb.checkout.CheckoutSteps.Step;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.AddressBookService;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.ejb.customer.AddressView;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/** The forms of the steps before the review, and what they show before something is typed. */
@RequestScoped
public class CheckoutForms {

  private static final String PAGE = "/checkout?step=";

  /** Why a payment came to nothing, as far as the shop has words for it. */
  private static final Set<String> REASONS =
      Set.of("declined", "insufficient", "expired", "cancelled");

  @Inject private CheckoutService checkouts;
  @Inject private PaymentSettings payments;
  @Inject private CurrentCheckout current;
  @Inject private CatalogService catalog;
  @Inject private AddressBookService book;
  @Inject private AccountService accounts;
  @Inject private PageForm form;
  @Inject private PageLanguage language;

  private List<AddressView> known;
  private String email;

  void on(long cart, List<CheckoutNotice> notices) {
    form.on("address", () -> saveAddress(cart));
    form.on("delivery", () -> saveDelivery(cart));
    form.on("payment", () -> savePayment(cart));
    form.on("hold", () -> hold(cart));
    form.on("fit", () -> fit(cart, notices));
  }

  private String saveAddress(long cart) {
    AddressFields typed =
        new AddressFields(
            form.typed("name").strip(),
            form.typed("line1").strip(),
            form.typed("line2").strip(),
            form.typed("city").strip(),
            form.typed("region").strip(),
            form.typed("postalCode").strip(),
            form.typed("country"),
            form.typed("phone").strip(),
            false);
    refuse(
        "",
        checkouts.saveAddress(
            cart, current.customer(), language.getCode(), form.typed("email").strip(), typed));
    return PAGE + "delivery";
  }

  /** Fields of the billing address begin with a word of their own. */
  private void refuse(String prefix, List<AddressFault> faults) {
    for (AddressFault fault : faults) {
      String field =
          prefix.isEmpty()
              ? fault.part()
              : prefix + Character.toUpperCase(fault.part().charAt(0)) + fault.part().substring(1);
      String key =
          switch (fault.kind()) {
            case NOT_SERVED -> "address-not-served";
            case MISSING -> fault.example().isEmpty() ? "NotBlank" : "address-missing";
            case FORM -> "address-form";
          };
      form.refuse(new Fault(field, key, fault.example()));
    }
  }

  private String saveDelivery(long cart) {
    String method = form.typed("shippingMethod");
    if (method.isEmpty()) {
      form.refuse(Fault.in("shippingMethod", "choose"));
      return null;
    }
    checkouts.saveDelivery(cart, method);
    checkouts.hold(cart);
    return PAGE + "payment";
  }

  private String savePayment(long cart) {
    Optional<PaymentMethod> method =
        PaymentMethod.of(form.typed("payment"))
            .filter(one -> one != PaymentMethod.CARD || payments.cardProvider().isPresent());
    if (method.isEmpty()) {
      form.refuse(Fault.in("payment", "choose"));
      return null;
    }
    refuse("billing", checkouts.saveBilling(cart, billing()));
    checkouts.savePayment(cart, method.orElseThrow());
    checkouts.hold(cart);
    return PAGE + "review";
  }

  private BillingFields billing() {
    return form.typed("same").isEmpty()
        ? new BillingFields(
            form.typed("billingName").strip(),
            form.typed("billingLine1").strip(),
            form.typed("billingLine2").strip(),
            form.typed("billingPostalCode").strip(),
            form.typed("billingCity").strip(),
            form.typed("billingRegion").strip(),
            form.typed("billingCountry"))
        : null;
  }

  private String hold(long cart) {
    checkouts.hold(cart);
    return here();
  }

  /** The page as it was when one of its forms was sent, without language. */
  String here() {
    return PAGE + wanted().map(CheckoutForms::name).orElse("payment");
  }

  /** Has something to say that must not be said twice, so the page is the answer. */
  private String fit(long cart, List<CheckoutNotice> notices) {
    for (Shortage shortage : checkouts.fit(cart)) {
      notices.add(
          new CheckoutNotice(
              "warn",
              shortage.available() == 0 ? "checkout.fitted.none" : "checkout.fitted.some",
              catalog.nameOf(shortage.sku()).orElse(shortage.sku()),
              shortage.available(),
              shortage.wanted()));
    }
    return null;
  }

  /** The step that the address names, or the form that was sent belongs to. */
  Optional<Step> wanted() {
    for (Step step : Step.values()) {
      if (form.isSent(name(step)) || name(step).equals(Faces.getRequestParameter("step"))) {
        return Optional.of(step);
      }
    }
    return form.isSent("place") ? Optional.of(Step.REVIEW) : Optional.empty();
  }

  private static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }

  /** Why the payment came to nothing, as the address tells. */
  Optional<CheckoutNotice> declined() {
    return Optional.ofNullable(Faces.getRequestParameter("declined"))
        .map(
            reason ->
                CheckoutNotice.of(
                    reason.equals("cancelled") ? "info" : "bad",
                    "checkout.declined." + (REASONS.contains(reason) ? reason : "declined")));
  }

  /**
   * The customer's address book, the default first, as far as the shop sends there; nothing for a
   * guest.
   *
   * @param countries to which it sends
   */
  public List<AddressView> book(Collection<String> countries) {
    if (known == null) {
      known = current.customer().map(book::list).orElse(List.of());
    }
    return known.stream().filter(entry -> countries.contains(entry.postal().country())).toList();
  }

  /**
   * The address with which the form begins: one that was chosen, the one typed before, the default.
   * One in a country to which the shop does not send would look there as if it were in another.
   */
  public PostalAddress start(CheckoutSteps steps, Collection<String> countries) {
    String chosen = Faces.getRequestParameter("use");
    List<AddressView> served = book(countries);
    return served.stream()
        .filter(entry -> String.valueOf(entry.id()).equals(chosen))
        .findFirst()
        .map(AddressView::postal)
        .or(() -> Optional.ofNullable(steps.shipping()))
        .or(() -> served.stream().findFirst().map(AddressView::postal))
        .orElse(null);
  }

  /** The e-mail address with which the form begins. */
  public String email(CheckoutSteps steps) {
    if (email == null) {
      email =
          steps.email().isEmpty()
              ? current.customer().map(id -> accounts.profile(id).email()).orElse("")
              : steps.email();
    }
    return email;
  }
}
