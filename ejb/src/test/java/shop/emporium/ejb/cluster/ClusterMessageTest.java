package shop.emporium.ejb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterMessageTest {

  private static final JsonObject CART = JSON.createObjectBuilder().add("cart", 7L).build();

  @Test
  void arrivesAsItWasSent() {
    ClusterMessage sent = ClusterMessage.of("cart-changed", "node1", CART);
    ClusterMessage heard = ClusterMessage.parse(sent.text()).orElseThrow();
    assertThat(heard).isEqualTo(sent);
    assertThat(heard.is("cart-changed")).isTrue();
    assertThat(heard.number("cart")).isEqualTo(7);
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertThat(ClusterMessage.of("cart-changed", "node1", CART).id())
        .isNotEqualTo(ClusterMessage.of("cart-changed", "node1", CART).id());
  }

  @Test
  void isListedInTheSchema() {
    assertThatThrownBy(() -> ClusterMessage.of("gossip", "node1", CART))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ClusterMessage.of("wishlist-changed", "node1", CART))
        .hasMessageContaining("customer");
  }

  /** A node of the next release may say more, and more of a thing. */
  @Test
  void passesOverWhatItDoesNotKnow() {
    assertThat(
            ClusterMessage.parse(
                "{\"id\":\"1\",\"type\":\"of-tomorrow\",\"sender\":\"node2\",\"payload\":{}}"))
        .isEmpty();
    assertThat(
            ClusterMessage.parse(
                "{\"id\":\"1\",\"type\":\"cart-changed\",\"sender\":\"node2\",\"payload\":{\"cart\":1,\"why\":\"x\"}}"))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"id\":1,\"type\":\"cart-changed\",\"sender\":\"node2\",\"payload\":{\"cart\":1}}",
        "{\"id\":\"1\",\"type\":\"cart-changed\",\"sender\":\"node2\",\"payload\":{\"cart\":\"x\"}}",
        "{\"id\":\"1\",\"type\":\"cart-changed\",\"sender\":\"node2\",\"payload\":{\"cart\":1.5}}",
      })
  void takesNothingElseForAMessage(String text) {
    assertThat(ClusterMessage.parse(text)).isEmpty();
  }

  @Test
  void isShort() {
    assertThat(ClusterMessage.parse(" ".repeat(ClusterMessage.MOST_CHARACTERS + 1))).isEmpty();
    assertThat(ClusterMessage.parse(null)).isEmpty();
  }

  /** What the checks of the schema know, its file keeps to. */
  @Test
  void theSchemaIsWhatTheBusUnderstands() {
    assertThat(MessageSchema.INSTANCE.types()).contains("cart-changed", "wishlist-changed");
    JsonObject anything = JSON.createObjectBuilder().build();
    for (String type : MessageSchema.INSTANCE.types()) {
      assertThatThrownBy(() -> MessageSchema.INSTANCE.check(type, anything))
          .as(type)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
