package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailDraftTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@shop.example",
        "jane+shop@mail.example",
        "o'hara@mail.example",
        "jane@bücher.example",
        "jаne@mail.example",
        "用户@mail.example"
      })
  void takesAnAddressForAText(String address) {
    assertThat(MailDraft.isAddress(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jane",
        "@mail.example",
        "jane@",
        "jane@mail@example",
        "jane doe@mail.example",
        "jane\u00a0doe@mail.example",
        "jane@mail.example\nBcc: all@mail.example",
        "jane@mail.example\r\n",
        "jane\u0000@mail.example",
        "jane\u2028@mail.example",
        "jane\u202e@mail.example",
        "jane\u200b@mail.example",
        "jane,john@mail.example",
        "jane;john@mail.example",
        "Jane <jane@mail.example>",
        "\"jane\"@mail.example",
        "friends:jane@mail.example",
        "jane@[127.0.0.1]",
        "jane(home)@mail.example",
        "jane\\@mail.example"
      })
  void refusesWhatIsNoAddressOrMoreThanOne(String address) {
    assertThat(MailDraft.isAddress(address)).isFalse();
    assertThatThrownBy(() -> new MailDraft(address, "any", Locale.ENGLISH, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnAddressThatNoServerTakes() {
    String domain = "@mail.example";
    String longest = "j".repeat(254 - domain.length()) + domain;
    assertThat(MailDraft.isAddress(longest)).isTrue();
    assertThat(MailDraft.isAddress("j" + longest)).isFalse();
    assertThat(MailDraft.isAddress(null)).isFalse();
  }

  @Test
  void makesALineOfWhateverSomebodyIsCalled() {
    assertThat(value("name", " Jane\r\nBcc: all@mail.example\u0000\u2028\u202edoe\ud800 "))
        .isEqualTo("Jane Bcc: all@mail.example doe");
    assertThat(value("name", "Zoë 👩‍🚀 O’Hara")).isEqualTo("Zoë 👩‍🚀 O’Hara");
  }

  @Test
  void cutsALongName() {
    assertThat(value("name", "x".repeat(10_240))).hasSize(80).endsWith("x…");
    assertThat(value("name", "x".repeat(80))).hasSize(80).doesNotContain("…");
    assertThat(value("name", "😀".repeat(10_240))).isEqualTo("😀".repeat(79) + "…");
    assertThat(value("shop", "x".repeat(10_240))).hasSize(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//mail.example/x",
        "/confirm?token=x",
        "https:",
        "https://",
        "https://shop.example/a b",
        "https://shop.example/\nx",
        "https://shop.example/\"onclick=x"
      })
  void refusesALinkThatLeadsElsewhereThanIntoTheWeb(String link) {
    assertThatThrownBy(() -> value("link", link))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("link");
  }

  @Test
  void keepsALinkAsItIsOrNotAtAll() {
    String link = "http://localhost:8000/de/confirm?token=a-b_c%20&x=1";
    assertThat(value("link", link)).isEqualTo(link);
    String longest = "https://shop.example/".concat("x".repeat(2_000 - 21));
    assertThat(value("link", longest)).hasSize(2_000);
    assertThatThrownBy(() -> value("link", longest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotTellWhatIsInIt() {
    MailDraft draft =
        new MailDraft(
            "jane@mail.example",
            "reset-password",
            Locale.ENGLISH,
            Map.of("link", "https://shop.example/password?token=secret"));
    assertThat(draft.toString()).doesNotContain("secret", "jane").contains("reset-password");
    assertThatThrownBy(() -> value("link", "secret"))
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  private static String value(String name, String value) {
    return new MailDraft("jane@mail.example", "any", Locale.ENGLISH, Map.of(name, value))
        .values()
        .get(name);
  }
}
