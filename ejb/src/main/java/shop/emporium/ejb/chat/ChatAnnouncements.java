package shop.emporium.ejb.chat;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.cluster.ClusterMessage;

/** Tells all nodes in which conversations there is something new, after it was committed. */
@ApplicationScoped
public class ChatAnnouncements {

  /** The one message; it names the conversations. */
  public static final String CHANGED = "chat-changed";

  /** Somebody has begun a chat: other tabs and devices do not know its number yet. */
  public static final String BEGUN = "chat-begun";

  private static final String FIELD = "conversations";

  /** So many numbers fit into a message of the bus. */
  private static final int AT_ONCE = 90;

  @Inject private ClusterBus bus;

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged changed) {
    changed(List.of(changed.conversation()));
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatBegun begun) {
    bus.publish(
        BEGUN,
        JSON.createObjectBuilder()
            .add("conversation", begun.conversation())
            .add("customer", begun.owner().customerOrZero())
            .add(
                "visitor", begun.owner().customer().isPresent() ? 0 : begun.owner().visitorOrZero())
            .build());
  }

  /** Says so of many, whose transaction is over. */
  void changed(Collection<Long> conversations) {
    List<Long> all = conversations.stream().distinct().toList();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      String names =
          all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(","));
      bus.publish(CHANGED, JSON.createObjectBuilder().add(FIELD, names).build());
    }
  }

  /** The conversations that a message of this kind names. */
  public static Set<Long> conversations(ClusterMessage message) {
    return Arrays.stream(message.payload().getString(FIELD).split(",", -1))
        .filter(name -> name.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .collect(Collectors.toSet());
  }
}
