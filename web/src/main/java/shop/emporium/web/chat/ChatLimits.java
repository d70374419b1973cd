package shop.emporium.web.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.web.shared.Allowance;

/** How much the sockets of this node may take, and how often something may be said. */
@ApplicationScoped
class ChatLimits {

  /** Bytes of a frame from a browser; the endpoint refuses longer ones. */
  static final int FRAME_BYTES = 16_384;

  static final int FRAMES_AT_ONCE = 30;
  static final int FRAMES_A_SECOND = 10;

  /** Conversations that one socket of an agent may look at. */
  static final int CONVERSATIONS = 50;

  /** Frames that may wait for one browser; one that takes them more slowly comes again. */
  static final int WAITING = 300;

  /** A shopper who has said nothing for so long has gone. */
  static final Duration IDLE = Duration.ofHours(2);

  private static final int SAID_AT_ONCE = 20;
  private static final int SAID_A_SECOND = 2;
  private static final int MOST_KNOWN = 50_000;

  private final LiveSetting sockets = new LiveSetting("store.chat.sockets");
  private final LiveSetting perAddress = new LiveSetting("store.chat.address");
  private final LiveSetting rate = new LiveSetting("store.chat.rate");
  private final Cache<Long, Allowance> conversations = known();
  private final Cache<Source, Allowance> addresses = known();

  /** From where something is said; with another rate it is counted anew. */
  private record Source(String address, int perSecond) {}

  private static <K> Cache<K, Allowance> known() {
    return Caffeine.newBuilder()
        .expireAfterAccess(Duration.ofMinutes(10))
        .maximumSize(MOST_KNOWN)
        .build();
  }

  /** Sockets that this node holds at most. */
  int sockets() {
    return number(sockets, 5_000);
  }

  /** Sockets that one network address may hold here. */
  int perAddress() {
    return number(perAddress, 200);
  }

  /**
   * Whether one thing more may be said.
   *
   * @param conversation 0 for one that has no number yet
   */
  boolean maySay(long conversation, String address, long now) {
    int perSecond = number(rate, 20);
    Allowance ofAddress =
        addresses.get(
            new Source(address, perSecond), same -> new Allowance(3 * perSecond, perSecond, now));
    if (!ofAddress.take(now)) {
      return false;
    }
    return conversation == 0
        || conversations
            .get(conversation, same -> new Allowance(SAID_AT_ONCE, SAID_A_SECOND, now))
            .take(now);
  }

  private static int number(LiveSetting setting, int otherwise) {
    return setting
        .value()
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }
}
