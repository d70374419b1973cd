package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.application.ViewHandler;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuietSessionMapTest {

  private int writes;

  private final Map<String, Object> session =
      new QuietSessionMap(
          new HashMap<>() {
            @Override
            public Object put(String name, Object value) {
              writes++;
              return super.put(name, value);
            }
          });

  @Test
  void whatIsThereAlreadyIsNotWritten() {
    assertThat(session.put("encoding", "UTF-8")).isNull();
    assertThat(session.put("encoding", "UTF-8")).isEqualTo("UTF-8");
    assertThat(writes).isEqualTo(1);
  }

  @Test
  void theEncodingOfAPageIsNotKept() {
    assertThat(session.put(ViewHandler.CHARACTER_ENCODING_KEY, "UTF-8")).isNull();
    assertThat(session).isEmpty();
    assertThat(writes).isZero();
  }

  @Test
  void whatDiffersIsWritten() {
    session.put("customer", "7");
    session.put("customer", "8");
    assertThat(session).containsEntry("customer", "8").containsKey("customer").hasSize(1);
    assertThat(writes).isEqualTo(2);
    assertThat(session.remove("customer")).isEqualTo("8");
    session.put("customer", "9");
    session.clear();
    assertThat(session).isEmpty();
  }
}
