package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTest {

  @Test
  void wordsOfAnyScriptAndEmojiStayAsTheyAre() {
    assertThat(MessageText.clean("Größe 42? 👟 שלום\nzweite Zeile"))
        .contains("Größe 42? 👟 שלום\nzweite Zeile");
    assertThat(MessageText.clean("<script>alert(1)</script>"))
        .contains("<script>alert(1)</script>");
  }

  @Test
  void whatCannotBeStoredOrTurnsTextAroundGoes() {
    assertThat(MessageText.clean("a\u0000b\u202Ec\uD83D")).contains("abc");
    assertThat(MessageText.clean("one\r\ntwo\rthree")).contains("one\ntwo\nthree");
    assertThat(MessageText.clean("a\n\n\n\n\n\nb")).contains("a\n\n\nb");
  }

  @Test
  void nothingIsNothing() {
    assertThat(MessageText.clean(null)).isEmpty();
    assertThat(MessageText.clean(" \n\t ")).isEmpty();
    assertThat(MessageText.clean("\u0007")).isEmpty();
  }

  @Test
  void theBeginningIsOneLineAndNeverCutsACharacter() {
    assertThat(MessageText.head("a\n b   c", 120)).isEqualTo("a b c");
    assertThat(MessageText.head("abcdef", 4)).isEqualTo("abc…");
    assertThat(MessageText.head("ab👟def", 4)).isEqualTo("ab…");
  }
}
