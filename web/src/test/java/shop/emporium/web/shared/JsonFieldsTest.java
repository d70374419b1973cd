package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {

  @Test
  void readsWhatIsThere() {
    JsonFields fields = JsonFields.of(json("{\"name\":\"Jo\",\"remember\":true}"));
    assertThat(fields.text("name")).isEqualTo("Jo");
    assertThat(fields.flag("remember")).isTrue();
    assertThat(fields.flag("other")).isFalse();
    assertThat(fields.optionalText("line2")).isEmpty();
    fields.check();
  }

  @Test
  void collectsWhatIsWrong() {
    JsonFields fields = JsonFields.of(json("{\"name\":42,\"remember\":\"yes\",\"city\":null}"));
    fields.text("name");
    fields.text("email");
    fields.text("city");
    fields.flag("remember");
    ProblemException refused = catchThrowableOfType(ProblemException.class, fields::check);
    assertThat(refused.getProblem().status()).isEqualTo(400);
    assertThat(refused.getProblem().violations())
        .extracting(Problem.Violation::field)
        .containsExactly("name", "email", "city", "remember");
  }

  @Test
  void wantsAnObject() {
    for (JsonValue body : new JsonValue[] {null, JsonValue.NULL, json("[]"), json("42")}) {
      assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> JsonFields.of(body));
    }
  }

  private static JsonValue json(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
