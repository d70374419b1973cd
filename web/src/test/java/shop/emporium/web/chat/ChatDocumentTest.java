package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.ChatLine;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.Presence;
import shop.emporium.ejb.chat.QueueReader;
import shop.emporium.ejb.chat.Refusal;
import shop.emporium.ejb.chat.ShopperBoard;
import shop.emporium.ejb.chat.TalkHead;

/** Every example of docs/CHAT.md is understood, or is what browsers are told. */
class ChatDocumentTest {

  private static final Pattern EXAMPLE = Pattern.compile("`(\\{\"type\":.*?\\})`(?= \\|)");
  private static final Set<String> FROM_BOTH = Set.of("open", "say", "typing", "read");
  private static final Set<String> FROM_SHOPPERS =
      Set.of("person", "contact", "rate", "end", "page");

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  /** What browsers are told, by its type. */
  private static final Map<String, String> TOLD =
      Stream.of(
              ChatFrames.hello(visitor(), Presence.ONLINE, Optional.empty()),
              ChatFrames.conversation(head(), 0, Presence.ONLINE, false),
              ChatFrames.messages(1001, List.of(line()), false, false),
              ChatFrames.saved("6f1c0f3e", 1001, 13),
              ChatFrames.done("6f1c0f3e"),
              ChatFrames.refused("6f1c0f3e", Refusal.TOO_LONG),
              ChatFrames.typing(new ShopperBoard.Writing(1001, true, "Rosa")),
              ChatFrames.agents(Presence.ONLINE),
              ChatFrames.queue(
                  List.of(queued()),
                  List.of(),
                  List.of(new AgentBoard.Agent(7, "Rosa", Presence.ONLINE)),
                  Map.of(7L, 2),
                  Map.of(1001L, "/product/aster-2")))
          .collect(Collectors.toMap(frame -> json(frame).getString("type") + "!", frame -> frame));

  private static ChatVisitor visitor() {
    return new ChatVisitor(
        Optional.empty(),
        Optional.of(new ChatOwner(Optional.empty(), Optional.of(1L))),
        false,
        Optional.empty(),
        "203.0.113.7",
        "en");
  }

  private static TalkHead head() {
    return new TalkHead(
        1001,
        Channel.CHAT,
        ConversationStatus.OPEN,
        0,
        1,
        "Ada",
        "ada@example.com",
        "",
        "en",
        List.of(),
        7,
        "Rosa",
        13,
        new TalkHead.Marks(13, 12),
        new TalkHead.Marks(13, 13),
        Optional.empty(),
        NOON,
        0);
  }

  private static ChatLine line() {
    return new ChatLine(
        1001,
        13,
        UUID.randomUUID().toString(),
        Sender.SHOPPER,
        0,
        "",
        MessageKind.TEXT,
        "Does it run small?",
        List.of(),
        Optional.empty(),
        NOON);
  }

  private static QueueReader.Line queued() {
    return new QueueReader.Line(
        1001,
        Channel.CHAT,
        ConversationStatus.WAITING,
        "Ada",
        "Does it run small?",
        NOON,
        NOON,
        List.of(),
        "en",
        0,
        1);
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  static List<String> examples() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "CHAT.md"), StandardCharsets.UTF_8);
    return EXAMPLE.matcher(document).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsAFrameOfOneSide(String example) throws Exception {
    ChatFrame frame = ChatFrame.parse(example);
    String type = frame.type();
    String told = TOLD.get(type + "!");
    boolean isHeard =
        FROM_BOTH.contains(type) || FROM_SHOPPERS.contains(type) || AgentTalk.TYPES.contains(type);
    assertThat(isHeard || told != null).as("%s is known", type).isTrue();
    // Typing goes both ways, and says who does on its way back.
    if (told != null && (!isHeard || example.contains("\"from\""))) {
      assertSame(json(example), json(told));
    }
    if (json(example).containsKey("id") && isHeard) {
      assertThat(frame.id()).isNotEmpty();
    }
  }

  /** The document tells no field that is not there, and leaves none out. */
  private static void assertSame(JsonObject example, JsonObject told) {
    assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(example.keySet());
    for (String list : List.of("messages", "waiting", "colleagues")) {
      if (example.containsKey(list)) {
        assertThat(told.getJsonArray(list).getJsonObject(0).keySet())
            .containsAll(example.getJsonArray(list).getJsonObject(0).keySet());
      }
    }
  }

  @Test
  void everyFrameHasAnExample() throws Exception {
    Set<String> documented =
        examples().stream()
            .map(example -> json(example).getString("type"))
            .collect(Collectors.toSet());
    assertThat(documented)
        .containsAll(FROM_BOTH)
        .containsAll(FROM_SHOPPERS)
        .containsAll(AgentTalk.TYPES)
        .containsAll(TOLD.keySet().stream().map(type -> type.replace("!", "")).toList());
  }
}
