package shop.emporium.ejb.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboxWordsTest {

  @Test
  void eachWordMayGoOn() {
    assertThat(InboxWords.query("  where  PARC ")).isEqualTo("'where':* & 'PARC':*");
  }

  @Test
  void nothingTypedIsAnOperator() {
    assertThat(InboxWords.query("it's a\\b | !x <-> ("))
        .isEqualTo("'it''s':* & 'a\\\\b':* & '!x':*");
    assertThat(InboxWords.query("& | — %")).isEmpty();
  }

  @Test
  void aPartIsLookedForAsItIs() {
    assertThat(InboxWords.like(" 100%_\\ ")).isEqualTo("%100\\%\\_\\\\%");
  }

  @Test
  void knowsTheNumberOfAConversation() {
    assertThat(InboxWords.number("#1001")).isEqualTo(1001);
    assertThat(InboxWords.number(" 1001 ")).isEqualTo(1001);
    assertThat(InboxWords.number("EM-1001")).isZero();
    assertThat(InboxWords.number("9".repeat(16))).isZero();
  }
}
