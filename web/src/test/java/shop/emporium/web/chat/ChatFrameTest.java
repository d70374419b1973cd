package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatFrameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "no json", "[]", "\"say\"", "{}", "{\"type\":1}", "{\"type\":\"say\"", "null"})
  void whatIsNoFrameIsRefused(String text) {
    assertThatThrownBy(() -> ChatFrame.parse(text))
        .isInstanceOfSatisfying(
            ChatFrame.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(ChatClose.JUNK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"open\",\"conversation\":-1}",
        "{\"type\":\"open\",\"conversation\":1.5}",
        "{\"type\":\"open\",\"conversation\":\"1\"}",
        "{\"type\":\"open\",\"conversation\":1e400}",
        "{\"type\":\"open\",\"conversation\":99999999999999999999}"
      })
  void aConversationIsAWholeNumber(String text) throws Exception {
    ChatFrame frame = ChatFrame.parse(text);
    assertThatThrownBy(frame::conversation).isInstanceOf(ChatFrame.Refused.class);
  }

  @Test
  void fieldsOfTheWrongKindAreRefused() throws Exception {
    ChatFrame frame =
        ChatFrame.parse(
            "{\"type\":\"say\",\"id\":\"short\",\"text\":{},\"file\":\"x\",\"note\":1,\"tags\":[1]}");
    assertThatThrownBy(frame::id).isInstanceOf(ChatFrame.Refused.class);
    assertThatThrownBy(() -> frame.text("text")).isInstanceOf(ChatFrame.Refused.class);
    assertThatThrownBy(frame::file).isInstanceOf(ChatFrame.Refused.class);
    assertThatThrownBy(() -> frame.flag("note")).isInstanceOf(ChatFrame.Refused.class);
    assertThatThrownBy(() -> frame.texts("tags")).isInstanceOf(ChatFrame.Refused.class);
  }

  @Test
  void whatIsLeftOutIsNothing() throws Exception {
    ChatFrame frame = ChatFrame.parse("{\"type\":\"say\",\"id\":\"abcdefgh\"}");
    assertThat(frame.conversation()).isZero();
    assertThat(frame.text("text")).isEmpty();
    assertThat(frame.file()).isEmpty();
    assertThat(frame.flag("note")).isFalse();
    assertThat(frame.id()).isEqualTo("abcdefgh");
  }
}
