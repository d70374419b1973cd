package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/account", "/account/addresses?edit=7", "/search?q=a%20b&sort=price"})
  void takesAddressesOfTheShop(String path) {
    assertThat(LocalPath.of(path)).contains(path);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "account",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/a\\b",
        "https://evil.example",
        "javascript:alert(1)",
        " /account",
        "/acc ount",
        "/account\r\nSet-Cookie: a=b",
        "/\t/evil.example",
        "/\u0000",
        "/ünnecessary"
      })
  void takesNothingElse(String path) {
    assertThat(LocalPath.of(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 100_000})
  void takesNoneWithoutEnd(int length) {
    assertThat(LocalPath.of("/" + "x".repeat(length))).isEmpty();
  }
}
