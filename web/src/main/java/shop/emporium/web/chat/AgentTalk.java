package shop.emporium.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import shop.emporium.ejb.chat.AgentDesk;
import shop.emporium.ejb.chat.AgentService;
import shop.emporium.ejb.chat.MarkKeeper;
import shop.emporium.ejb.chat.Presence;
import shop.emporium.ejb.chat.ShopperBoard;

/** Hears what agents send. */
@ApplicationScoped
class AgentTalk {

  /** What only agents may send. */
  static final Set<String> TYPES =
      Set.of("take", "release", "hand", "close", "reopen", "ticket", "tag", "presence", "leave");

  @Inject private TalkFrames frames;
  @Inject private ChatPush push;
  @Inject private ChatSockets sockets;
  @Inject private ChatPresence presences;
  @Inject private AgentDesk desk;
  @Inject private AgentService service;
  @Inject private MarkKeeper marks;
  @Inject private ShopperBoard board;

  void hear(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    long agent = socket.visitor().agent();
    switch (frame.type()) {
      case "open" -> open(socket, frame);
      case "leave" -> sockets.leave(socket, one(frame));
      case "say" -> say(socket, agent, frame);
      case "typing" ->
          board.writes(
              new ShopperBoard.Writing(
                  one(frame), true, socket.visitor().person().orElseThrow().name()));
      case "read" ->
          marks.keep(new MarkKeeper.Mark(one(frame), true, true, frame.number("number")));
      case "presence" -> presences.show(socket, presence(frame.text("status")));
      case "take" -> frames.carryOut(socket, frame, () -> service.take(agent, one(frame)));
      case "release" -> frames.carryOut(socket, frame, () -> service.release(agent, one(frame)));
      case "hand" ->
          frames.carryOut(
              socket, frame, () -> service.hand(agent, one(frame), frame.account("to")));
      case "close" -> frames.carryOut(socket, frame, () -> service.close(agent, one(frame)));
      case "reopen" -> frames.carryOut(socket, frame, () -> service.reopen(agent, one(frame)));
      case "ticket" -> frames.carryOut(socket, frame, () -> service.toTicket(agent, one(frame)));
      case "tag" -> tag(socket, frame);
      default -> throw new ChatFrame.Refused(ChatClose.JUNK);
    }
  }

  private static long one(ChatFrame frame) throws ChatFrame.Refused {
    long conversation = frame.conversation();
    if (conversation == 0) {
      throw new ChatFrame.Refused(ChatClose.JUNK);
    }
    return conversation;
  }

  private void open(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    push.open(Opening.asked(socket, one(frame), frame.number("after")));
  }

  private void say(ChatSocket socket, long agent, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = one(frame);
    String id = frame.id();
    boolean isNote = frame.flag("note");
    Optional<UUID> file = frame.file();
    if (isNote && file.isPresent()) {
      throw new ChatFrame.Refused(ChatClose.JUNK);
    }
    frames.say(
        socket,
        frame,
        text -> desk.say(new AgentDesk.Words(agent, conversation, id, text, isNote, file)));
  }

  private void tag(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = one(frame);
    List<String> tags = frame.texts("tags");
    frames.carryOut(socket, frame, () -> service.tag(conversation, tags));
  }

  private static Presence presence(String status) throws ChatFrame.Refused {
    return switch (status) {
      case "online" -> Presence.ONLINE;
      case "away" -> Presence.AWAY;
      default -> throw new ChatFrame.Refused(ChatClose.JUNK);
    };
  }
}
