package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void isTheSameForTheSameCallOnly() {
    IdempotencyKey key = key("cart:1", "abc", BODY).orElseThrow();
    assertThat(key("cart:1", " \"abc\" ", BODY).orElseThrow().hash()).isEqualTo(key.hash());
    assertThat(key("cart:2", "abc", BODY).orElseThrow().hash()).isNotEqualTo(key.hash());
    assertThat(key("cart:1", "abd", BODY).orElseThrow().hash()).isNotEqualTo(key.hash());
    assertThat(key("cart:1", "abc", BODY).orElseThrow().bodyHash()).isEqualTo(key.bodyHash());
    assertThat(key("cart:1", "abc", new byte[] {1}).orElseThrow().bodyHash())
        .isNotEqualTo(key.bodyHash());
  }

  @Test
  void isVisibleAndNotTooLong() {
    assertThat(key("cart:1", "x".repeat(255), BODY)).isPresent();
    for (String none : new String[] {null, "", " ", "a b", "a\nb", "ä", "x".repeat(256)}) {
      assertThat(key("cart:1", none, BODY)).isEmpty();
    }
  }

  private static Optional<IdempotencyKey> key(String owner, String key, byte[] body) {
    return IdempotencyKey.of(owner, key, body);
  }
}
