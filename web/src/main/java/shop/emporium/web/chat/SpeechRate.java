package shop.emporium.web.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.web.shared.Allowance;

/**
 * How often something is said on this node, by each who speaks and from each network, through
 * whichever sockets.
 */
final class SpeechRate {

  private static final int AT_ONCE = 20;
  private static final int A_SECOND = 2;
  private static final int SECONDS_AT_ONCE_OF_NETWORK = 3;
  private static final int MOST_KNOWN = 50_000;

  private final Cache<Voice, Allowance> voices = known();
  private final Cache<Source, Allowance> networks = known();

  /** From where something is said; with another rate it is counted anew. */
  private record Source(String network, int perSecond) {}

  /**
   * Whoever says something: a shopper, whichever chat of his he names, for the next message may
   * begin another one; an agent in each conversation. What is counted is never somebody else's.
   */
  private record Voice(Optional<ChatOwner> shopper, long agent, long conversation) {

    static Voice of(ChatVisitor visitor, long conversation) {
      return visitor.isAgent()
          ? new Voice(Optional.empty(), visitor.agent(), conversation)
          : new Voice(visitor.owner().map(Voice::person), 0, 0);
    }

    /** A customer is the same with another browser's key. */
    private static ChatOwner person(ChatOwner owner) {
      return owner.customer().isPresent()
          ? new ChatOwner(owner.customer(), Optional.empty())
          : owner;
    }
  }

  private static <K> Cache<K, Allowance> known() {
    return Caffeine.newBuilder()
        .expireAfterAccess(Duration.ofMinutes(10))
        .maximumSize(MOST_KNOWN)
        .build();
  }

  /**
   * Takes one of what may be said.
   *
   * @param conversation that the frame names; 0 for none
   * @param perSecond from a network
   * @param now as {@link System#nanoTime}
   * @return whether there was one
   */
  boolean take(ChatVisitor visitor, long conversation, int perSecond, long now) {
    int atOnce = SECONDS_AT_ONCE_OF_NETWORK * perSecond;
    // In this order: what somebody may not say takes nothing from others at the same place.
    return voices
            .get(Voice.of(visitor, conversation), same -> new Allowance(AT_ONCE, A_SECOND, now))
            .take(now)
        && networks
            .get(
                new Source(visitor.network(), perSecond),
                same -> new Allowance(atOnce, perSecond, now))
            .take(now);
  }
}
