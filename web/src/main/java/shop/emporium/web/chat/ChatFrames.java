package shop.emporium.web.chat;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.Assistant;
import shop.emporium.ejb.chat.ChatLine;
import shop.emporium.ejb.chat.Presence;
import shop.emporium.ejb.chat.QueueReader;
import shop.emporium.ejb.chat.Refusal;
import shop.emporium.ejb.chat.ShopperBoard;
import shop.emporium.ejb.chat.TalkHead;

/** What browsers are told, as docs/CHAT.md lists it. */
final class ChatFrames {

  private ChatFrames() {}

  static String hello(ChatVisitor visitor, Presence agents, Optional<Assistant.Answer> greeting) {
    JsonObjectBuilder frame =
        frame("hello")
            .add("role", visitor.isAgent() ? "agent" : "shopper")
            .add("signedIn", visitor.person().isPresent())
            .add("name", visitor.person().map(one -> one.name()).orElse(""))
            .add("agents", agents.code());
    if (visitor.isAgent()) {
      frame.add("id", visitor.agent());
    }
    greeting.ifPresent(
        answer ->
            frame.add(
                "greeting",
                JSON.createObjectBuilder()
                    .add("text", answer.text())
                    .add("choices", texts(answer.choices()))));
    return frame.build().toString();
  }

  /** A shopper who has said nothing yet. */
  static String none() {
    return frame("conversation").add("conversation", 0).add("status", "none").build().toString();
  }

  /**
   * How a conversation stands.
   *
   * @param place in the queue; 0 when it does not wait
   */
  static String conversation(TalkHead head, int place, Presence presence, boolean forAgent) {
    JsonObjectBuilder frame =
        frame("conversation")
            .add("conversation", head.id())
            .add("status", code(head.status()))
            .add("place", place)
            .add("last", head.last())
            .add("shopper", marks(head.shopper()))
            .add("agents", marks(head.agents()))
            .add("contact", !head.email().isEmpty())
            .add("rated", head.stars());
    if (head.agent() != 0) {
      frame.add(
          "agent",
          JSON.createObjectBuilder()
              .add("id", head.agent())
              .add("name", head.agentName())
              .add("presence", presence.code()));
    }
    if (forAgent) {
      frame
          .add("customer", head.customer())
          .add("name", head.name())
          .add("email", head.email())
          .add("tags", texts(head.tags()))
          .add("channel", code(head.channel()))
          .add("subject", head.subject())
          .add("language", head.language())
          .add("since", head.waitingSince().orElse(head.begun()).toString());
    }
    return frame.build().toString();
  }

  private static JsonObjectBuilder marks(TalkHead.Marks marks) {
    return JSON.createObjectBuilder().add("delivered", marks.delivered()).add("read", marks.read());
  }

  /** What was said; a note is shown to agents only, and stands there without words for shoppers. */
  static String messages(long conversation, List<ChatLine> lines, boolean more, boolean forAgent) {
    JsonArrayBuilder messages = JSON.createArrayBuilder();
    for (ChatLine line : lines) {
      messages.add(
          line.kind() == MessageKind.NOTE && !forAgent ? hidden(line) : message(line, forAgent));
    }
    return frame("messages")
        .add("conversation", conversation)
        .add("more", more)
        .add("messages", messages)
        .build()
        .toString();
  }

  private static JsonObjectBuilder hidden(ChatLine line) {
    return JSON.createObjectBuilder().add("number", line.number()).add("kind", "hidden");
  }

  private static JsonObjectBuilder message(ChatLine line, boolean forAgent) {
    JsonObjectBuilder message =
        JSON.createObjectBuilder()
            .add("number", line.number())
            .add("id", line.id())
            .add("from", line.sender().code())
            .add("name", line.kind() == MessageKind.EVENT ? eventName(line) : line.name())
            .add("kind", line.kind().code())
            .add("text", line.kind() == MessageKind.EVENT ? eventCode(line) : line.text())
            .add("at", line.at().toString());
    if (forAgent && line.agent() != 0) {
      message.add("agent", line.agent());
    }
    if (!line.choices().isEmpty()) {
      message.add("choices", texts(line.choices()));
    }
    if (line.kind() == MessageKind.TEXT || line.kind() == MessageKind.NOTE) {
      List<String> products = ProductLinks.in(line.text());
      if (!products.isEmpty()) {
        message.add("products", texts(products));
      }
    }
    line.file()
        .ifPresent(
            file ->
                message.add(
                    "file",
                    JSON.createObjectBuilder()
                        .add("id", file.id().toString())
                        .add("name", file.name())
                        .add("type", file.type())
                        .add("size", file.size())));
    return message;
  }

  /** An event is kept as its code, and the name that it is about. */
  private static String eventCode(ChatLine line) {
    int blank = line.text().indexOf(' ');
    return blank < 0 ? line.text() : line.text().substring(0, blank);
  }

  private static String eventName(ChatLine line) {
    int blank = line.text().indexOf(' ');
    return blank < 0 ? "" : line.text().substring(blank + 1);
  }

  static String saved(String id, long conversation, int number) {
    return frame("saved")
        .add("id", id)
        .add("conversation", conversation)
        .add("number", number)
        .build()
        .toString();
  }

  static String done(String id) {
    return frame("done").add("id", id).build().toString();
  }

  static String refused(String id, Refusal why) {
    return frame("refused").add("id", id).add("reason", why.code()).build().toString();
  }

  static String typing(ShopperBoard.Writing writing) {
    return frame("typing")
        .add("conversation", writing.conversation())
        .add("from", writing.isAgent() ? "agent" : "shopper")
        .add("name", writing.name())
        .build()
        .toString();
  }

  static String agents(Presence presence) {
    return frame("agents").add("presence", presence.code()).build().toString();
  }

  /** Who waits, what this agent has, and who is there. */
  static String queue(
      List<QueueReader.Line> waiting,
      List<QueueReader.Line> mine,
      Collection<AgentBoard.Agent> colleagues,
      Map<Long, Integer> loads,
      Map<Long, String> pages) {
    JsonArrayBuilder people = JSON.createArrayBuilder();
    for (AgentBoard.Agent agent : colleagues) {
      people.add(
          JSON.createObjectBuilder()
              .add("id", agent.id())
              .add("name", agent.name())
              .add("presence", agent.presence().code())
              .add("load", loads.getOrDefault(agent.id(), 0)));
    }
    return frame("queue")
        .add("waiting", lines(waiting, pages))
        .add("mine", lines(mine, pages))
        .add("colleagues", people)
        .build()
        .toString();
  }

  private static JsonArrayBuilder lines(List<QueueReader.Line> lines, Map<Long, String> pages) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (QueueReader.Line line : lines) {
      array.add(
          JSON.createObjectBuilder()
              .add("conversation", line.conversation())
              .add("name", line.name())
              .add("text", line.text())
              .add("since", line.since().toString())
              .add("said", line.said().toString())
              .add("unread", line.unread())
              .add("tags", texts(line.tags()))
              .add("channel", code(line.channel()))
              .add("status", code(line.status()))
              .add("language", line.language())
              .add("agent", line.agent())
              .add("here", pages.containsKey(line.conversation()))
              .add("page", pages.getOrDefault(line.conversation(), "")));
    }
    return array;
  }

  private static JsonArrayBuilder texts(List<String> texts) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }

  private static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static JsonObjectBuilder frame(String type) {
    return JSON.createObjectBuilder().add("type", type);
  }
}
