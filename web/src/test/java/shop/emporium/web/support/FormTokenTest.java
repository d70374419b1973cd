package shop.emporium.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.emporium.domain.shared.Secret;

class FormTokenTest {

  @Test
  void theSameTokenHasTheSameIdWhichDoesNotTellIt() {
    String sent = Secret.random().value();
    assertThat(FormToken.of(sent).id()).isEqualTo(FormToken.of(sent).id()).hasSize(32);
    assertThat(sent).doesNotContain(FormToken.of(sent).id());
  }

  @Test
  void whatIsNoTokenIsANewOne() {
    assertThat(FormToken.of("x").secret()).isNotEqualTo(FormToken.of("x").secret());
    assertThat(FormToken.of(null).id()).matches("[A-Za-z0-9_-]{32}");
  }
}
