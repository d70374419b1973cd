package shop.emporium.ejb.payment.stripe;

import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import shop.emporium.ejb.payment.PaymentRecord;
import shop.emporium.ejb.payment.Repayment;

/**
 * What the shop asks Stripe for. The same payment makes the same text, however often it is asked.
 */
final class StripeOrders {

  /** The least that Stripe takes is 30 minutes; the shop ends a page before that, if need be. */
  private static final Duration PAGE_LIFE = Duration.ofMinutes(60);

  private StripeOrders() {}

  static PaymentIntentCreateParams intent(PaymentRecord payment, String token, URI back) {
    return PaymentIntentCreateParams.builder()
        .setAmount(payment.amount().getAmountMinorLong())
        .setCurrency(currency(payment.amount()))
        .setPaymentMethod(token)
        .addPaymentMethodType("card")
        .setConfirm(true)
        .setReturnUrl(back.toString())
        .setDescription(payment.order().text())
        .putAllMetadata(metadata(payment, "token"))
        .build();
  }

  static SessionCreateParams session(PaymentRecord payment, URI back) {
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
        .setClientReferenceId(payment.reference().toString())
        .putAllMetadata(metadata(payment, StripeAnswers.PAGE))
        .setPaymentIntentData(
            SessionCreateParams.PaymentIntentData.builder()
                .setDescription(payment.order().text())
                .putAllMetadata(metadata(payment, StripeAnswers.PAGE))
                .build())
        .addLineItem(
            LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                    LineItem.PriceData.builder()
                        .setCurrency(currency(payment.amount()))
                        .setUnitAmount(payment.amount().getAmountMinorLong())
                        .setProductData(
                            LineItem.PriceData.ProductData.builder()
                                .setName(payment.order().text())
                                .build())
                        .build())
                .build())
        // Not "from now on": a call that comes again must say the same.
        .setExpiresAt(payment.payUntil().plus(PAGE_LIFE).getEpochSecond())
        .setSuccessUrl(back.toString())
        .setCancelUrl(back.toString())
        .build();
  }

  static RefundCreateParams refund(Repayment repayment, String intent) {
    return RefundCreateParams.builder()
        .setPaymentIntent(intent)
        .setAmount(repayment.amount().getAmountMinorLong())
        .putMetadata(StripeAnswers.REFERENCE, repayment.reference().toString())
        .build();
  }

  private static Map<String, String> metadata(PaymentRecord payment, String flow) {
    // In this order always: the text of a call that comes again is the same.
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(StripeAnswers.REFERENCE, payment.reference().toString());
    metadata.put("order", payment.order().text());
    metadata.put(StripeAnswers.FLOW, flow);
    return metadata;
  }

  private static String currency(Money amount) {
    return amount.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT);
  }
}
