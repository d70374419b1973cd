package shop.emporium.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import shop.emporium.ejb.shared.LiveSetting;

/** How much the sockets of this node may take, and how often something may be said. */
@ApplicationScoped
class ChatLimits {

  /** Bytes of a frame from a browser; the endpoint refuses longer ones. */
  static final int FRAME_BYTES = 16_384;

  static final int FRAMES_AT_ONCE = 30;
  static final int FRAMES_A_SECOND = 10;

  /**
   * Conversations that one socket of an agent may look at; of one more it leaves the one it opened
   * first.
   */
  static final int CONVERSATIONS = 50;

  /** As many of a shopper, who has one that goes on. */
  static final int CONVERSATIONS_OF_SHOPPER = 5;

  /** Frames that may wait for one browser; one that takes them more slowly comes again. */
  static final int WAITING = 300;

  /** A shopper who has said nothing for so long has gone. */
  static final Duration IDLE = Duration.ofHours(2);

  private final LiveSetting sockets = new LiveSetting("store.chat.sockets");
  private final LiveSetting perAddress = new LiveSetting("store.chat.address");
  private final LiveSetting rate = new LiveSetting("store.chat.rate");
  private final SpeechRate speech = new SpeechRate();

  /** Sockets that this node holds at most. */
  int sockets() {
    return number(sockets, 5_000);
  }

  /** Sockets that one network address may hold here. */
  int perAddress() {
    return number(perAddress, 200);
  }

  /**
   * Whether one thing more may be said, or wanted.
   *
   * @param conversation that the frame names; 0 for none
   */
  boolean maySay(ChatVisitor visitor, long conversation, long now) {
    return speech.take(visitor, conversation, number(rate, 20), now);
  }

  private static int number(LiveSetting setting, int otherwise) {
    return setting
        .value()
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }
}
