package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LetterFormTest {

  private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

  @Test
  void fillsEachPlace() {
    LetterForm form = new LetterForm("{{greeting}} You are {{name}}, {{name}}.");
    assertThat(form.fill(Map.of("greeting", "Hello!", "name", "Jane"), AS_IT_IS))
        .isEqualTo("Hello! You are Jane, Jane.");
  }

  @Test
  void leavesOutAPartWhoseValueIsEmptyAndItsLines() {
    LetterForm form = new LetterForm("a\n{{#link}}\nb {{link}}\n{{/link}}\nc\n");
    assertThat(form.fill(Map.of("link", "x"), AS_IT_IS)).isEqualTo("a\nb x\nc\n");
    assertThat(form.fill(Map.of("link", ""), AS_IT_IS)).isEqualTo("a\nc\n");
  }

  @Test
  void escapesValuesAndNothingElse() {
    LetterForm form = new LetterForm("<b>{{name}}</b>");
    assertThat(form.fill(Map.of("name", "jane"), value -> value.toUpperCase(Locale.ROOT)))
        .isEqualTo("<b>JANE</b>");
  }

  @Test
  void fillsNothingIntoAValue() {
    LetterForm form = new LetterForm("{{name}} {{link}}");
    assertThat(form.fill(Map.of("name", "{{link}}{{#link}}$1\\", "link", "secret"), AS_IT_IS))
        .isEqualTo("{{link}}{{#link}}$1\\ secret");
  }

  @Test
  void refusesToLeaveAPlaceOpen() {
    LetterForm form = new LetterForm("{{nmae}}");
    assertThatThrownBy(() -> form.fill(Map.of("name", "Jane"), AS_IT_IS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nmae");
  }
}
