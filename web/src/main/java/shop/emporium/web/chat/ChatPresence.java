package shop.emporium.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import shop.emporium.ejb.chat.AgentBoard;
import shop.emporium.ejb.chat.Presence;
import shop.emporium.ejb.chat.ShopperBoard;

/** Tells all nodes who is connected to this one. */
@ApplicationScoped
public class ChatPresence {

  @Inject private ChatSockets sockets;
  @Inject private AgentBoard agents;
  @Inject private ShopperBoard shoppers;

  private final Map<Long, Presence> wanted = new ConcurrentHashMap<>();

  /** An agent is here: as ready as on other nodes, where he is connected too, else online. */
  void enter(ChatSocket agent) {
    long id = agent.visitor().agent();
    Presence before = agents.presenceOf(id);
    show(agent, before == Presence.OFFLINE ? wanted.getOrDefault(id, Presence.ONLINE) : before);
  }

  /** An agent takes conversations from now on, or not. */
  void show(ChatSocket agent, Presence presence) {
    if (!sockets.contains(agent)) {
      return;
    }
    long id = agent.visitor().agent();
    wanted.put(id, presence);
    String name = agent.visitor().person().orElseThrow().name();
    agents.enter(new AgentBoard.Agent(id, name, presence));
  }

  /**
   * Makes good what was lost or is wrong: a note that others have taken down while this node did
   * not answer, or one of somebody who came and went at the same moment.
   */
  void repair() {
    Set<Long> here = sockets.agents();
    Set<Long> noted = agents.notedHere();
    for (Long id : here) {
      if (!noted.contains(id)) {
        sockets.ofAgent(id).stream().findFirst().ifPresent(this::enter);
      }
    }
    noted.stream().filter(id -> !here.contains(id)).forEach(agents::leave);
    Set<Long> shown = shoppers.notedHere();
    shown.stream().filter(id -> !sockets.hasShopper(id)).forEach(shoppers::leave);
  }

  /** The shopper of a conversation is here; a tab without a cart takes no other tab's away. */
  void enter(ChatSocket shopper, long conversation) {
    Optional<Long> cart =
        shopper
            .visitor()
            .cart()
            .or(
                () ->
                    sockets.lookingAt(conversation).stream()
                        .flatMap(other -> other.visitor().cart().stream())
                        .findFirst());
    shoppers.enter(conversation, shopper.page(), cart);
  }

  /** A socket is here no more. */
  void leave(ChatSocket socket) {
    List<Long> conversations = new ArrayList<>(socket.conversations());
    if (!sockets.remove(socket)) {
      return;
    }
    if (socket.visitor().isAgent()) {
      long id = socket.visitor().agent();
      if (sockets.ofAgent(id).isEmpty()) {
        agents.leave(id);
      }
    } else {
      for (Long conversation : conversations) {
        if (!sockets.hasShopper(conversation)) {
          shoppers.leave(conversation);
        }
      }
    }
  }
}
