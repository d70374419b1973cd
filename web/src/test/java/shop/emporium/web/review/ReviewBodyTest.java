package shop.emporium.web.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.ejb.review.ReviewFields;
import shop.emporium.ejb.shared.JsonCodec;
import shop.emporium.web.shared.ProblemException;

class ReviewBodyTest {

  @Test
  void readsAReview() {
    assertThat(body("{'stars':4,'title':' Good ','text':'one\\r\\ntwo'}").review())
        .isEqualTo(new ReviewFields(4, "Good", "one\ntwo", "", "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'stars':'4','title':'a','text':'b'}",
        "{'stars':4.5,'title':'a','text':'b'}",
        "{'stars':1e99,'title':'a','text':'b'}",
        "{'stars':4,'title':7,'text':'b'}",
        "{'stars':4,'title':'a'}",
        "{'stars':4,'title':'a','text':'b','shownName':false}"
      })
  void saysWhichFieldIsWrong(String json) {
    assertThatThrownBy(() -> body(json).review()).isInstanceOf(ProblemException.class);
  }

  @Test
  void aGuestNamesAnOrderAndItsKey() {
    String key = "k".repeat(43);
    assertThat(body("{'order':'EM-100001','key':'" + key + "'}").guest()).isPresent();
    assertThat(body("{'order':'EM-100001'}").guest()).isEmpty();
    assertThat(body("{'order':'EM-100001','key':'short'}").guest()).isEmpty();
    assertThat(body("{'order':'none','key':'" + key + "'}").guest()).isEmpty();
  }

  @Test
  void aDecisionMayHaveNoBody() {
    ReviewBody none = ReviewBody.of(JsonValue.NULL);
    assertThat(none.revision()).isEmpty();
    assertThat(none.why()).isEmpty();
    assertThat(body("{'revision':3,'why':' Rude '}").revision()).contains(3);
    assertThatThrownBy(() -> body("{'revision':'3'}").revision())
        .isInstanceOf(ProblemException.class);
  }

  private static ReviewBody body(String json) {
    return ReviewBody.of(JsonCodec.object(json.replace('\'', '"')));
  }
}
