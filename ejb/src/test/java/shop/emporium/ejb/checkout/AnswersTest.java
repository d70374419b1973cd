package shop.emporium.ejb.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.checkout.AddressFault;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.checkout.Placing.Reason;
import shop.emporium.ejb.checkout.Placing.Refused;

class AnswersTest {

  @Test
  void readsEveryRefusalThatItWrites() {
    for (Refused refused :
        List.of(
            Refused.because(Reason.EMPTY),
            Refused.missing(List.of(new Shortage("A \"1\"", 3, 0), new Shortage("B", 2, 1))),
            Refused.address(
                List.of(new AddressFault("postalCode", AddressFault.Kind.FORM, "10115"))),
            Refused.coupon(CouponFault.USED_UP),
            Refused.price(Money.parse("EUR 12.34")))) {
      assertThat(Answers.read(Answers.write(refused))).isEqualTo(refused);
    }
  }

  @Test
  void readsWhatBecameOfAnOrder() {
    assertThat(Answers.settled(Answers.write(OrderStatus.PAID))).isEqualTo(OrderStatus.PAID);
  }
}
