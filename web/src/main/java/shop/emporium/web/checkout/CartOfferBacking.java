package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import shop.emporium.ejb.checkout.CheckoutOffer;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.CheckoutSteps;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/**
 * What codes make of the cart, on its page: {@code #{cartOffer.load}} before the cart itself is
 * loaded, {@link #look} once it is known which it is. Without a code the cart says all by itself.
 */
@Named("cartOffer")
@RequestScoped
public class CartOfferBacking {

  @Inject private CheckoutService checkouts;
  @Inject private CurrentCheckout checkout;
  @Inject private CodeForms codes;
  @Inject private PageForm form;
  @Inject private PageCache cache;
  @Inject private PageLanguage language;

  private CheckoutSteps steps;
  private CheckoutOffer offer;

  /** Takes a code that was typed. */
  public void load() {
    cache.keepPrivate();
    codes.on("/cart");
  }

  /** Reads what is kept for a cart; null where there is none. */
  public void look(Long cart) {
    if (cart != null && steps == null && !FacesContext.getCurrentInstance().getResponseComplete()) {
      steps = checkouts.steps(cart);
      if (steps.coupon() != null || !steps.giftCards().isEmpty()) {
        offer =
            checkouts.offer(cart, steps, checkout.customer(), Optional.empty(), language.getCode());
      }
    }
  }

  /** What is kept for the cart; null where there is no cart. */
  public CheckoutSteps getSteps() {
    return steps;
  }

  /** What it costs with its codes; null without any. */
  public CheckoutOffer getOffer() {
    return offer;
  }

  /** Why the coupon does not count now, as a key of a text; null when it does. */
  public String getCouponFault() {
    return offer == null || offer.couponFault() == null
        ? null
        : CouponWords.key(offer.couponFault());
  }

  /** Whether the field for a code has something wrong, so that it is to be seen. */
  public boolean isRefused() {
    return !form.getFaults().isEmpty();
  }
}
