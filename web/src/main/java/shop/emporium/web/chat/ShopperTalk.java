package shop.emporium.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import shop.emporium.ejb.chat.ChatDesk;
import shop.emporium.ejb.chat.ChatException;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.MarkKeeper;
import shop.emporium.ejb.chat.Refusal;
import shop.emporium.ejb.chat.Said;
import shop.emporium.ejb.chat.ShopperBoard;
import shop.emporium.ejb.chat.TalkHead;
import shop.emporium.ejb.chat.TalkReader;
import shop.emporium.ejb.chat.TalkService;
import shop.emporium.ejb.customer.Throttle;
import shop.emporium.ejb.customer.ThrottleKind;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.web.shared.SocketClose;

/** Hears what shoppers send. */
@ApplicationScoped
class ShopperTalk {

  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_.~%-]{0,199}");

  @Inject private TalkFrames frames;
  @Inject private ChatPush push;
  @Inject private ChatPresence presences;
  @Inject private ChatDesk desk;
  @Inject private TalkService talks;
  @Inject private TalkReader reader;
  @Inject private MarkKeeper marks;
  @Inject private ShopperBoard board;
  @Inject private Throttle throttle;

  void hear(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    ChatOwner owner = socket.visitor().owner().orElseThrow();
    switch (frame.type()) {
      case "open" -> open(socket, owner, frame);
      case "say" -> say(socket, owner, frame);
      case "typing" -> typing(socket, frame);
      case "read" -> read(socket, frame);
      case "page" -> page(socket, frame);
      case "person" ->
          frames.carryOut(
              socket, frame, () -> talks.askForPerson(owner, begun(socket, owner, frame)));
      case "contact" ->
          frames.carryOut(
              socket,
              frame,
              () ->
                  leaveAddress(
                      socket,
                      owner,
                      begun(socket, owner, frame),
                      frame.text("name"),
                      frame.text("email")));
      case "rate" ->
          frames.carryOut(
              socket,
              frame,
              () ->
                  talks.rate(
                      owner, current(owner, frame), frame.number("stars"), frame.text("comment")));
      case "end" -> frames.carryOut(socket, frame, () -> talks.end(owner, current(owner, frame)));
      default -> throw new ChatFrame.Refused(unknown(frame.type()));
    }
  }

  /** What only agents may send is no slip. */
  private static SocketClose unknown(String type) {
    return AgentTalk.TYPES.contains(type) ? ChatClose.NOT_YOURS : ChatClose.JUNK;
  }

  private void open(ChatSocket socket, ChatOwner owner, ChatFrame frame) throws ChatFrame.Refused {
    int after = frame.number("after");
    long conversation = frame.conversation();
    claim(owner);
    if (conversation == 0) {
      Optional<TalkHead> current = reader.current(owner);
      if (current.isEmpty()) {
        socket.tell(ChatFrames.none());
        return;
      }
      conversation = current.get().id();
    }
    look(socket, conversation, after);
  }

  private void look(ChatSocket socket, long conversation, int after) {
    push.open(Opening.asked(socket, conversation, after));
  }

  /** What was said as a guest belongs to the account from now on. */
  private void claim(ChatOwner owner) {
    if (owner.customer().isPresent() && owner.visitor().isPresent()) {
      talks.claim(owner.visitor().get(), owner.customer().get());
    }
  }

  private void say(ChatSocket socket, ChatOwner owner, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = frame.conversation();
    String id = frame.id();
    Optional<UUID> file = frame.file();
    frames.say(
        socket,
        frame,
        text ->
            desk.say(
                    new ChatDesk.Words(
                        owner,
                        conversation,
                        id,
                        text,
                        file,
                        socket.visitor().language(),
                        socket.visitor().caller()))
                .thenApply(said -> follow(socket, said)));
  }

  /** Who says something looks at where it was said. */
  private Said follow(ChatSocket socket, Said said) {
    long conversation = said.saying().conversation();
    if (said.refusal().isEmpty() && socket.sent(conversation) < 0) {
      push.open(Opening.ofBegun(socket, conversation));
    }
    return said;
  }

  /** Counted as forms are: each sends a mail to whatever address was typed. */
  private void leaveAddress(
      ChatSocket socket, ChatOwner owner, long conversation, String name, String email) {
    try {
      throttle.enter(ThrottleKind.SUPPORT_NETWORK, socket.visitor().caller().network());
      throttle.enter(ThrottleKind.SUPPORT_PERSON, email.strip().toLowerCase(Locale.ROOT));
    } catch (TooManyAttemptsException often) {
      throw new ChatException(Refusal.TOO_OFTEN);
    }
    talks.leaveAddress(owner, conversation, name, email);
  }

  private void typing(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = shown(socket, frame);
    if (conversation != 0) {
      board.writes(new ShopperBoard.Writing(conversation, false, ""));
    }
  }

  private void read(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = shown(socket, frame);
    int number = frame.number("number");
    if (conversation != 0) {
      marks.keep(new MarkKeeper.Mark(conversation, false, true, number));
    }
  }

  private void page(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    String path = frame.text("path");
    if (!path.startsWith("/")) {
      throw new ChatFrame.Refused(ChatClose.JUNK);
    }
    // An odd address is none of the shop's pages: where he is then is not told.
    socket.turnTo(PATH.matcher(path).matches() ? path : "");
    socket.conversations().forEach(conversation -> presences.enter(socket, conversation));
  }

  /**
   * The conversation that the frame means, of those that the socket looks at; 0 for none. Another
   * one is looked at now, where it is the shopper's, or the socket is ended.
   */
  private long shown(ChatSocket socket, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = socket.meant(frame.conversation());
    boolean isShown = socket.sent(conversation) >= 0;
    if (conversation != 0 && !isShown) {
      push.open(Opening.ofBegun(socket, conversation));
    }
    return isShown ? conversation : 0;
  }

  /** The chat that is meant; one that begins, where none goes on. */
  private long begun(ChatSocket socket, ChatOwner owner, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = frame.conversation();
    if (conversation == 0) {
      conversation = talks.begin(owner, socket.visitor().language());
    }
    if (socket.sent(conversation) < 0) {
      push.open(Opening.ofBegun(socket, conversation));
    }
    return conversation;
  }

  private long current(ChatOwner owner, ChatFrame frame) throws ChatFrame.Refused {
    long conversation = frame.conversation();
    return conversation != 0
        ? conversation
        : reader
            .current(owner)
            .map(TalkHead::id)
            .orElseThrow(() -> new ChatException(Refusal.UNKNOWN_CONVERSATION));
  }
}
