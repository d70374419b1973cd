package shop.emporium.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** A body is read with suspicion, and each field that is wrong is named. */
class CheckoutCallTest {

  private static final String ADDRESS =
      "\"shippingAddress\":{\"name\":\" Jo Doe \",\"line1\":\"Main St 1\",\"city\":\"Berlin\",\"postalCode\":\"10115\",\"country\":\"de\"}";
  private static final String WHOLE =
      "\"email\":\"jo@mail.example\","
          + ADDRESS
          + ",\"shippingMethod\":\"standard\",\"payment\":{\"method\":\"demo\",\"token\":\"tok_approved\"}";

  @Test
  void readsWhatTheContractNames() {
    CheckoutCall call =
        read(WHOLE + ",\"coupon\":\"TENTH\",\"expectedTotal\":\"44.9\",\"giftCards\":[]");
    assertThat(call.email().text()).isEqualTo("jo@mail.example");
    assertThat(call.shipping().name()).isEqualTo("Jo Doe");
    assertThat(call.shipping().country()).isEqualTo("DE");
    assertThat(call.billing()).isNull();
    assertThat(call.method()).isEqualTo(PaymentMethod.CARD);
    assertThat(call.provider()).contains("demo");
    assertThat(call.token()).contains("tok_approved");
    assertThat(call.coupon()).contains("TENTH");
    assertThat(call.expected()).contains(Money.parse("EUR 44.90"));
    assertThat(call.giftCards()).isEmpty();
  }

  @Test
  void tellsNoCouponFromTheOneThatIsKept() {
    assertThat(read(WHOLE).coupon()).isEqualTo(Optional.empty());
    assertThat(read(WHOLE + ",\"coupon\":null").coupon()).contains("");
  }

  @Test
  void takesATransferOfAnybody() {
    CheckoutCall call =
        read(
            "\"email\":\"jo@mail.example\","
                + ADDRESS
                + ",\"shippingMethod\":\"standard\",\"payment\":{\"method\":\"transfer\"}");
    assertThat(call.method()).isEqualTo(PaymentMethod.TRANSFER);
    assertThat(call.provider()).isEmpty();
    assertThat(call.token()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "42", "{", "\"x\"", "{\"a\":}"})
  void takesNothingButAnObject(String body) {
    assertThat(refused(body).status()).isEqualTo(400);
  }

  @Test
  void namesAllThatIsMissing() {
    assertThat(fields(refused("{}")))
        .contains("email", "shippingAddress", "shippingMethod", "payment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "copuon|\"TYPO\"|copuon",
        "coupon|10|coupon",
        "giftCards|\"one\"|giftCards",
        "giftCards|[\"short\"]|giftCards",
        "giftCards|[1]|giftCards",
        "expectedTotal|44.90|expectedTotal",
        "expectedTotal|\"1e9\"|expectedTotal",
        "expectedTotal|\"1.234\"|expectedTotal",
        "billingAddress|{\"name\":1}|billingAddress.name",
        "billingAddress|{\"name\":\"a\\nb\"}|billingAddress.name"
      })
  void namesTheFieldThatIsWrong(String field, String value, String named) {
    Problem problem = refused("{" + WHOLE + ",\"" + field + "\":" + value + "}");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(fields(problem)).contains(named);
  }

  @Test
  void doesNotTellTheNumberOfACardBack() {
    Problem problem = refused("{" + WHOLE.replace("tok_approved", "4242 4242 4242 4242") + "}");
    assertThat(fields(problem)).containsExactly("payment.token");
    assertThat(problem.toJson().toString()).doesNotContain("4242");
  }

  private static CheckoutCall read(String fields) {
    return CheckoutCall.of(("{" + fields + "}").getBytes(StandardCharsets.UTF_8), CurrencyUnit.EUR);
  }

  private static Problem refused(String body) {
    return catchThrowableOfType(
            ProblemException.class,
            () -> CheckoutCall.of(body.getBytes(StandardCharsets.UTF_8), CurrencyUnit.EUR))
        .getProblem();
  }

  private static List<String> fields(Problem problem) {
    return problem.violations().stream().map(Problem.Violation::field).toList();
  }
}
