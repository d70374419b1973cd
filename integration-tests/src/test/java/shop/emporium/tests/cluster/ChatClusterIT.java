package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shopper and agent talk through any two nodes; what was acknowledged is never lost, shown twice or
 * in another order, whatever dies between two messages.
 */
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatClusterIT {

  private static final int MANY = 40;

  /** Addresses that were somebody's already: about one, few refusals are logged. */
  private static final AtomicInteger STRANGERS = new AtomicInteger();

  private final List<Talker> talkers = new ArrayList<>();

  @AfterEach
  void closeAll() {
    talkers.forEach(Talker::close);
    // Nobody is given to an agent who is no more.
    Shop.sql(
        "UPDATE conversation SET status = 'CLOSED', closed_at = now(), waiting_since = NULL WHERE status <> 'CLOSED'");
  }

  private Talker guest(String node) throws Exception {
    return kept(Talker.guest(node));
  }

  /** A guest from an address of his own. */
  private Talker stranger(String node) throws Exception {
    return kept(Talker.shopper(stranger(Shop.visitor()), node));
  }

  private static Shop.Visitor stranger(Shop.Visitor visitor) {
    return visitor.from("192.0.2." + STRANGERS.incrementAndGet());
  }

  private Talker agent(String node) throws Exception {
    return kept(Talker.agent(node));
  }

  private Talker kept(Talker talker) {
    talkers.add(talker);
    return talker;
  }

  /** A shopper on one node whom the agent on another has taken. */
  private Talker[] pair(String shoppersNode, String agentsNode) throws Exception {
    Talker agent = agent(agentsNode);
    Talker shopper = guest(shoppersNode);
    shopper.say("Does the Aster 2 run small?");
    shopper.awaitShown(1);
    shopper.want("person");
    agent.open(shopper.conversation());
    agent
        .socket()
        .await(
            heard -> heard.is("conversation") && heard.frame().getString("status").equals("open"));
    return new Talker[] {shopper, agent};
  }

  @Test
  @Order(1)
  void shopperAndAgentTalkThroughTwoNodes() throws Exception {
    Talker[] pair = pair(Shop.NODE1, Shop.NODE3);
    Talker shopper = pair[0];
    Talker agent = pair[1];
    agent.say("True to size.");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> shopper.texts("agent").contains("True to size."));
    JsonObject joined =
        shopper.shown().stream()
            .filter(message -> message.getString("text", "").equals("joined"))
            .findFirst()
            .orElseThrow();
    assertThat(joined.getString("name")).isNotBlank();
    // Ticks: sent, delivered, read.
    int last = shopper.shown().size();
    shopper.socket().say(shopper.wish("read").add("number", last).build().toString());
    agent
        .socket()
        .await(
            heard ->
                heard.is("conversation")
                    && heard.frame().getJsonObject("shopper").getInt("read") == last);
    shopper.socket().say(shopper.wish("typing").build().toString());
    agent.socket().await(heard -> heard.is("typing"));
    agent.socket().say(agent.wish("typing").build().toString());
    JsonObject typing = shopper.socket().await(heard -> heard.is("typing")).frame();
    assertThat(typing.getString("name")).isNotBlank();
    // A note is for colleagues.
    agent.want(agent.wish("tag").add("tags", Json.createArrayBuilder().add("sizes")));
    agent
        .socket()
        .say(
            agent
                .wish("say")
                .add("id", "note-" + System.nanoTime())
                .add("text", "Sent back a tight pair")
                .add("note", true)
                .build()
                .toString());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                shopper.shown().stream()
                    .anyMatch(message -> message.getString("kind").equals("hidden")));
    assertThat(shopper.socket().heard())
        .noneMatch(heard -> heard.frame().toString().contains("tight pair"));
    agent.want("close");
    shopper
        .socket()
        .await(
            heard ->
                heard.is("conversation") && heard.frame().getString("status").equals("closed"));
    shopper.want(shopper.wish("rate").add("stars", 5).add("comment", "Quick"));
    assertThat(Shop.number("SELECT stars FROM conversation WHERE id = " + shopper.conversation()))
        .isEqualTo(5);
  }

  @Test
  @Order(2)
  void aConversationFollowsTheShopperToAnotherTabAndNode() throws Exception {
    Shop.Visitor browser = Shop.visitor();
    Talker first = kept(Talker.shopper(browser, Shop.NODE1));
    first.say("Hello");
    first.awaitShown(2);
    Talker second = kept(Talker.shopper(browser, Shop.NODE2));
    second.awaitShown(2);
    second.say("And from here");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> first.texts("shopper").contains("And from here"));
  }

  @Test
  @Order(3)
  void whatIsSaidAgainWithTheSameIdIsOneMessage() throws Exception {
    Talker shopper = guest(Shop.NODE1);
    String frame =
        "{\"type\":\"say\",\"id\":\"same-id-0001\",\"conversation\":0,\"text\":\"Hello\"}";
    for (int i = 0; i < 5; i++) {
      shopper.socket().say(frame);
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                shopper.socket().heard().stream().filter(heard -> heard.is("saved")).count() == 5);
    assertThat(
            shopper.socket().heard().stream()
                .filter(heard -> heard.is("saved"))
                .map(heard -> heard.frame().getInt("number"))
                .distinct())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"node1,node3,node1", "node2,node1,node1"})
  @Order(4)
  void noMessageIsLostWhenTheNodeOfOneSideDies(String shoppersNode, String agentsNode, String dying)
      throws Exception {
    Talker[] pair = pair(shoppersNode, agentsNode);
    Talker shopper = pair[0];
    Talker agent = pair[1];
    List<String> said = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      if (i == MANY / 2) {
        Shop.crash(dying);
        Talker left = dying.equals(shoppersNode) ? shopper : agent;
        left.listen();
        left.connect(null);
      }
      said.add("Question " + i);
      answered.add("Answer " + i);
      shopper.say("Question " + i);
      agent.say("Answer " + i);
      // As fast as people may: two a second and a conversation, after the first twenty.
      await().atMost(Duration.ofSeconds(20)).until(() -> isHeard(shopper, agent));
    }
    assertExact(shopper, agent, said, answered);
    await().atMost(Shop.STARTED).until(() -> Shop.isReady(dying));
  }

  /** Whether all that was said so far is answered; what was too often is said again. */
  private static boolean isHeard(Talker shopper, Talker agent) {
    shopper.sayAgainWhatWasTooOften();
    agent.sayAgainWhatWasTooOften();
    return shopper.isAnswered() && agent.isAnswered();
  }

  private static void assertExact(
      Talker shopper, Talker agent, List<String> said, List<String> answered) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                shopper.shown().size() == agent.shown().size()
                    && shopper.texts("agent").size() == answered.size());
    assertThat(agent.texts("shopper")).endsWith(said.toArray(String[]::new));
    assertThat(shopper.texts("agent")).containsExactlyElementsOf(answered);
    assertThat(shopper.shown().stream().map(message -> message.getInt("number")))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, shopper.shown().size()).boxed().toList());
  }

  @Test
  @Order(5)
  void noMessageIsLostWhenPostgresqlIsRestarted() throws Exception {
    Talker[] pair = pair(Shop.NODE2, Shop.NODE3);
    Talker shopper = pair[0];
    Talker agent = pair[1];
    List<String> said = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      if (i == 6) {
        Shop.crash("postgresql");
      }
      said.add("Question " + i);
      answered.add("Answer " + i);
      shopper.say("Question " + i);
      agent.say("Answer " + i);
      await().atMost(Duration.ofSeconds(60)).until(() -> isHeard(shopper, agent));
    }
    assertExact(shopper, agent, said, answered);
  }

  @Test
  @Order(6)
  void whatIsHostileIsRefusedAndOthersGoOn() throws Exception {
    LogTail logs = new LogTail(Shop.NODES);
    Talker other = guest(Shop.NODE1);
    other.say("Hello");
    other.awaitShown(2);
    assertThat(
            Socket.refusal(
                () ->
                    Socket.open(
                            stranger(Shop.visitor()),
                            Shop.NODE1,
                            Talker.SHOPPER,
                            "https://elsewhere.example")
                        .close()))
        .isEqualTo(403);
    assertThat(
            Socket.refusal(
                () ->
                    Socket.open(stranger(Shop.visitor()), Shop.NODE1, Talker.SHOPPER, null)
                        .close()))
        .isEqualTo(401);
    Shop.Visitor customer = stranger(Customers.signedIn());
    assertThat(Socket.refusal(() -> Socket.open(customer, Shop.NODE1, Talker.AGENT, null).close()))
        .isEqualTo(403);
    assertEnds(4403, "{\"type\":\"open\",\"conversation\":" + other.conversation() + "}");
    assertEnds(4403, "{\"type\":\"typing\",\"conversation\":" + other.conversation() + "}");
    assertEnds(
        4403, "{\"type\":\"read\",\"number\":1,\"conversation\":" + other.conversation() + "}");
    assertEnds(4403, "{\"type\":\"take\",\"conversation\":1,\"id\":\"forged-0001\"}");
    assertEnds(1007, "no json");
    assertEnds(1007, "{\"type\":\"say\",\"id\":\"x\",\"text\":\"id too short\"}");
    assertEnds(1007, "{\"type\":\"say\",\"id\":\"abcdefgh\",\"text\":{}}");
    assertEnds(1007, "{\"type\":\"page\",\"path\":\"javascript:alert(1)\"}");
    assertEnds(1007, "[]");
    assertEnds(1009, "{\"type\":\"say\",\"text\":\"" + "x".repeat(10_000_000) + "\"}");
    Talker binary = stranger(Shop.NODE1);
    binary.socket().say(new byte[] {1, 2, 3});
    assertThat(binary.socket().end().code()).isEqualTo(1003);
    Talker flood = stranger(Shop.NODE1);
    try {
      for (int i = 0; i < 60 && flood.socket().isOpen(); i++) {
        flood.socket().say("{\"type\":\"typing\",\"conversation\":0}");
      }
    } catch (CompletionException cutOff) {
      // It may end between the look and the word.
    }
    assertThat(flood.socket().end().code()).isEqualTo(1008);
    Talker long1 = stranger(Shop.NODE1);
    long1.say("x".repeat(2_001));
    assertThat(long1.socket().await(heard -> heard.is("refused")).frame().getString("reason"))
        .isEqualTo("too-long");
    assertThat(
            long1
                .visitor()
                .call(
                    "POST",
                    Shop.uri(Shop.NODE1, "/api/v1/chat/files?conversation=0&name=holiday.png"),
                    "MZ no picture")
                .statusCode())
        .isEqualTo(415);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(logs.said())
                    .containsPattern(
                        "A connection to /chat from 192[.0-9]+ was refused: 401 Nobody is")
                    .contains("was refused: 403 This connection was asked for by another site")
                    .contains("was refused: 403 For people who work here")
                    .containsPattern(
                        "A socket of /chat from 192[.0-9]+ was refused: 4403 This is not")
                    .contains("was refused: 1007 This is no message that /chat knows")
                    .contains("was refused: 1003 Only text is understood here")
                    .contains("was refused: 1008 Too many messages")
                    .contains("was refused: 1009")
                    .containsPattern("Something in the chat from 192[.0-9]+ was refused: TOO_LONG")
                    .contains("was refused: UNKNOWN_KIND"));
    other.say("<script>alert(1)</script> still here");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> other.texts("shopper").contains("<script>alert(1)</script> still here"));
  }

  @Test
  @Order(5)
  void whoSaysTooMuchIsToldSoAlsoWhereHeNamesNoConversation() throws Exception {
    Talker quick = stranger(Shop.NODE1);
    quick.say("Hello");
    quick.awaitShown(1);
    for (int i = 0; i < 24; i++) {
      quick
          .socket()
          .say("{\"type\":\"say\",\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"Quick\"}");
    }
    assertThat(quick.socket().await(heard -> heard.is("refused")).frame().getString("reason"))
        .isEqualTo("too-often");
    assertThat(quick.socket().isOpen()).isTrue();
  }

  @Test
  @Order(5)
  void whoSaysTooMuchInTheConversationOfSomebodyElseSilencesNobody() throws Exception {
    Talker other = guest(Shop.NODE1);
    other.say("Hello");
    other.awaitShown(1);
    Talker hostile = stranger(Shop.NODE1);
    for (int i = 0; i < 24; i++) {
      hostile
          .socket()
          .say(
              "{\"type\":\"say\",\"id\":\"%s\",\"conversation\":%d,\"text\":\"Mine\"}"
                  .formatted(UUID.randomUUID(), other.conversation()));
    }
    hostile.socket().await(heard -> isRefused(heard, "unknown-conversation"));
    hostile.socket().await(heard -> isRefused(heard, "too-often"));
    other.say("Still here");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> other.texts("shopper").contains("Still here"));
    assertThat(other.socket().heard()).noneMatch(heard -> heard.is("refused"));
  }

  private static boolean isRefused(Socket.Heard heard, String reason) {
    return heard.is("refused") && heard.frame().getString("reason").equals(reason);
  }

  @Test
  @Order(5)
  void whoAsksForAndEndsChatsTooOftenIsToldSo() throws Exception {
    Talker quick = stranger(Shop.NODE1);
    for (int i = 0; i < 24; i++) {
      // Nothing goes on that could be ended: that is soon said, so none is earned back meanwhile.
      quick.socket().say("{\"type\":\"end\",\"id\":\"%s\"}".formatted(UUID.randomUUID()));
    }
    quick.socket().await(heard -> isRefused(heard, "too-often"));
  }

  @Test
  @Order(6)
  void anAddressHoldsNoMoreSocketsThanItMayAndANodeNoMoreThanItCan() throws Exception {
    Talker here = guest(Shop.NODE1);
    Shop.Visitor known = Shop.visitor();
    assertThat(known.call("POST", Shop.uri("/api/v1/chat"), null).statusCode()).isEqualTo(200);
    for (String setting : List.of("store.chat.address", "store.chat.sockets")) {
      Shop.set(Shop.NODE1, setting, "1");
      try {
        int refused = setting.endsWith("address") ? 429 : 503;
        await()
            .atMost(Duration.ofSeconds(10))
            .until(
                () ->
                    Socket.refusal(
                            () -> Socket.open(known, Shop.NODE1, Talker.SHOPPER, null).close())
                        == refused);
        assertThat(here.socket().isOpen()).isTrue();
        guest(Shop.NODE2);
      } finally {
        Shop.unset(Shop.NODE1, setting);
      }
    }
  }

  private void assertEnds(int code, String frame) throws Exception {
    Talker hostile = stranger(Shop.NODE1);
    try {
      hostile.socket().say(frame);
    } catch (CompletionException cutOff) {
      // The node does not read to the end of a frame that is too long.
    }
    assertThat(hostile.socket().end().code())
        .as(frame.substring(0, Math.min(60, frame.length())))
        .isIn(code == 1009 ? Set.of(1009, 1006) : Set.of(code));
  }

  @Test
  @Order(7)
  void whoLeavesAnAddressGetsATicketWhenNobodyIsThere() throws Exception {
    Talker shopper = guest(Shop.NODE2);
    shopper.say("Is anybody there?");
    shopper.awaitShown(1);
    await().atMost(Duration.ofSeconds(30)).until(() -> isTold(shopper.visitor(), "offline"));
    shopper.want("person");
    shopper.want(shopper.wish("contact").add("name", "Ada").add("email", "ada@example.com"));
    shopper
        .socket()
        .await(
            heard ->
                heard.is("conversation") && heard.frame().getString("status").equals("ticket"));
  }

  /** What a node has told of its agents goes with it: nobody is left to take it back. */
  @Test
  @Order(8)
  void anAgentWhoseNodeDiesIsThereNoLonger() throws Exception {
    Shop.Visitor guest = Shop.visitor();
    agent(Shop.NODE3);
    await().atMost(Duration.ofSeconds(30)).until(() -> isTold(guest, "online"));
    Shop.crashForGood(Shop.NODE3);
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> isTold(guest, "offline"));
    } finally {
      Shop.bringUp();
    }
  }

  /** Whether a shopper is told that agents are there, or not. */
  private static boolean isTold(Shop.Visitor shopper, String presence) throws IOException {
    return Shop.json(shopper.call("POST", Shop.uri("/api/v1/chat"), null))
        .getString("agents")
        .equals(presence);
  }
}
