package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jo@example.com",
        "Jo.Doe+shop@Example.co.uk",
        "o'brien@example.com",
        "zoë@münchen.example",
        "раypal@example.com",
        "a@b.c",
        "-_!#$%&*=?^`{|}~@example.com"
      })
  void takesWhatCanBeAMailbox(String text) {
    assertThat(EmailAddress.parse(text).orElseThrow().text()).isEqualTo(text);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "jo",
        "jo@",
        "@example.com",
        "jo@example",
        "jo@-example.com",
        "jo@example-.com",
        "jo@exam ple.com",
        "jo@example..com",
        "jo@.example.com",
        ".jo@example.com",
        "jo.@example.com",
        "j..o@example.com",
        "j o@example.com",
        "jo@sam@example.com",
        "jo@example.com\nBcc: sam@example.com",
        "jo\r\nBcc: sam@example.com",
        "jo\0@example.com",
        "jo\u200B@example.com",
        "jo\u202E@example.com",
        "jo@exa\u00ADmple.com",
        "jo@example.com, sam@example.com",
        "Jo <jo@example.com>",
        "jo(comment)@example.com",
        "\"jo\"@example.com",
        "jo@[127.0.0.1]",
        "jo\uD800@example.com"
      })
  void refusesWhatCannot(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void isNeverTooLong() {
    assertThat(EmailAddress.parse("x".repeat(64) + "@example.com")).isPresent();
    assertThat(EmailAddress.parse("x".repeat(65) + "@example.com")).isEmpty();
    assertThat(EmailAddress.parse("jo@" + "x".repeat(63) + ".com")).isPresent();
    assertThat(EmailAddress.parse("jo@" + "x".repeat(64) + ".com")).isEmpty();
    assertThat(EmailAddress.parse("jo@" + "x.".repeat(200) + "com")).isEmpty();
    assertThat(EmailAddress.parse("x".repeat(10_000))).isEmpty();
  }

  @Test
  void spaceAroundItIsNoPartOfIt() {
    assertThat(EmailAddress.parse("  jo@example.com\n").orElseThrow().text())
        .isEqualTo("jo@example.com");
  }

  @Test
  void theCaseOfLatinLettersMakesNoOtherAddress() {
    EmailAddress typed = EmailAddress.parse("Jo+Shop@EXAMPLE.com").orElseThrow();
    assertThat(typed.key()).isEqualTo("jo+shop@example.com");
    assertThat(typed).isEqualTo(EmailAddress.parse("jo+shop@example.com").orElseThrow());
    assertThat(typed.text()).isEqualTo("Jo+Shop@EXAMPLE.com");
  }

  @ParameterizedTest
  @CsvSource({
    "mike@example.com,mi\u212Ae@example.com",
    "paypal@example.com,p\u0430ypal@example.com",
    "jo@example.com,jo+shop@example.com",
    "jo@example.com,j.o@example.com",
    "i@example.com,\u0130@example.com",
    "\u00FC@example.com,\u00DC@example.com"
  })
  void everythingElseDoes(String one, String other) {
    assertThat(EmailAddress.parse(one).orElseThrow())
        .isNotEqualTo(EmailAddress.parse(other).orElseThrow());
  }
}
