package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.checkout.CodeDesk;
import shop.emporium.ejb.checkout.CodeService;
import shop.emporium.ejb.checkout.CouponAnswer;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/** The field for codes of coupons and gift cards, in the cart and on the way to the till. */
@RequestScoped
class CodeForms {

  /** The field; its text, and what is wrong with it, are called so too. */
  private static final String FIELD = "coupon";

  /** Where they are on their page: on a phone far below what the page begins with. */
  private static final String PLACE = "#codes";

  private static final int TOO_MANY = 429;

  @Inject private CodeDesk desk;
  @Inject private CodeService codes;
  @Inject private CurrentCheckout checkout;
  @Inject private CurrentCustomer current;
  @Inject private PageForm form;
  @Inject private PageLanguage language;

  /**
   * Does what was sent by one of these forms.
   *
   * @param page that has them, a path without language
   */
  void on(String page) {
    form.on("code", () -> add(page));
    form.on(
        "code-remove",
        () -> {
          checkout.cart().ifPresent(codes::removeCoupon);
          return page + PLACE;
        });
    form.on(
        "card-remove",
        () -> {
          checkout.cart().ifPresent(cart -> codes.removeCard(cart, form.number("card")));
          return page + PLACE;
        });
  }

  private String add(String page) {
    String typed = form.typed(FIELD).strip();
    Optional<Long> cart = checkout.cart();
    if (typed.isEmpty() || cart.isEmpty()) {
      form.refuse(Fault.in(FIELD, typed.isEmpty() ? "NotBlank" : "code-not-now"));
      return null;
    }
    try {
      CouponAnswer answer =
          desk.add(
              cart.orElseThrow(), checkout.customer(), language.getCode(), typed, current.caller());
      if (!answer.isTaken()) {
        form.refuse(Fault.in(FIELD, CouponWords.key(answer)));
      }
    } catch (TooManyAttemptsException often) {
      Duration wait = often.getWait();
      form.refuse(
          new Fault(FIELD, "wait-minutes", Math.toIntExact(wait.plusSeconds(59).toMinutes())));
      Faces.getResponse().setStatus(TOO_MANY);
      Faces.getResponse().setHeader("Retry-After", String.valueOf(wait.toSeconds()));
    }
    return page + PLACE;
  }
}
