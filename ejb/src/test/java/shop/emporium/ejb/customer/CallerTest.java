package shop.emporium.ejb.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.emporium.domain.customer.SignIn;

class CallerTest {

  @Test
  void isMadeToFit() {
    assertThat(Caller.of(null, null)).isEqualTo(new Caller("", ""));
    assertThat(Caller.of("203.0.113.7", "a\r\nb\0c"))
        .isEqualTo(new Caller("203.0.113.7", "a  b c"));
    assertThat(Caller.of("x".repeat(100), "y".repeat(10_000)))
        .isEqualTo(new Caller("x".repeat(SignIn.MAX_ADDRESS), "y".repeat(SignIn.MAX_AGENT)));
  }
}
