package shop.emporium.web.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.payment.demo.CardFault;
import shop.emporium.ejb.payment.demo.CardInput;
import shop.emporium.ejb.payment.demo.DemoCard;
import shop.emporium.ejb.payment.demo.DemoPayment;
import shop.emporium.ejb.payment.demo.DemoProvider;
import shop.emporium.ejb.payment.demo.DemoStatus;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PagePath;
import shop.emporium.web.shared.PageText;
import shop.emporium.web.shared.SeeOther;

/**
 * The demo provider's page, {@code /demo-pay/…}, for whoever has its address: a card is typed here
 * and nowhere else in the shop.
 */
@Named("demoPay")
@RequestScoped
public class DemoPayBacking {

  private static final int LONGEST_ID = 60;

  @Inject private DemoProvider provider;
  @Inject private PaymentSettings settings;
  @Inject private PagePath path;
  @Inject private PageForm form;
  @Inject private PageCache cache;

  private DemoPayment payment;

  /**
   * A card that can be tried.
   *
   * @param words what it does
   */
  public record Trial(String number, String words) {}

  public void load() {
    cache.keepPrivate();
    Optional<DemoPayment> found =
        settings.isDemoOn()
            ? path.name().filter(id -> id.length() <= LONGEST_ID).flatMap(provider::find)
            : Optional.empty();
    if (found.isEmpty()) {
      cache.notFound();
      return;
    }
    payment = found.orElseThrow();
    form.on("demo-card", this::pay);
    form.on("demo-confirm", this::confirm);
  }

  private String pay() {
    CardInput card =
        new CardInput(form.typed("cardNumber"), form.typed("cardExpiry"), form.typed("cardCode"));
    Optional<CardFault> fault = provider.fault(card);
    if (fault.isPresent()) {
      form.refuse(
          fault.orElseThrow() == CardFault.NUMBER
              ? Fault.in("cardNumber", "card-number")
              : Fault.in("cardExpiry", "card-expired"));
      return null;
    }
    return goOn(provider.pay(payment.id(), card));
  }

  private String confirm() {
    return goOn(provider.confirm(payment.id(), form.typed("answer").equals("yes")));
  }

  /** Back to the shop, unless the bank asks first. */
  private String goOn(Optional<DemoPayment> after) {
    payment = after.orElse(payment);
    String back = getBack();
    if (payment.status() == DemoStatus.CHALLENGE || back == null) {
      return "/demo-pay/" + payment.id();
    }
    SeeOther.answer(Faces.getResponse(), back);
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  /** Where the buyer goes afterwards; null when that is forgotten. */
  public String getBack() {
    return provider.back(payment.id()).map(URI::toString).orElse(null);
  }

  public String getId() {
    return payment.id();
  }

  /** What is to be paid, in words. */
  public String getAmount() {
    return Format.money(payment.amount(), Faces.getLocale());
  }

  /** What it is for, as the shop said. */
  public String getLabel() {
    return payment.label();
  }

  /** Whether a card is wanted. */
  public boolean isOpen() {
    return payment.status() == DemoStatus.OPEN;
  }

  /** Whether the bank asks. */
  public boolean isChallenge() {
    return payment.status() == DemoStatus.CHALLENGE;
  }

  /** What became of it, in a word of the bundles. */
  public String getOutcome() {
    return payment.status().name().toLowerCase(Locale.ROOT);
  }

  /** The cards that do something. */
  public List<Trial> getCards() {
    PageText texts = PageText.in(Faces.getLocale());
    return Arrays.stream(DemoCard.values())
        .map(
            card ->
                new Trial(
                    card.groups(), texts.get("demo.card." + card.name().toLowerCase(Locale.ROOT))))
        .toList();
  }
}
