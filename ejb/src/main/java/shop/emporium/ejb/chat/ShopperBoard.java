package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.emporium.ejb.cluster.Board;

/** Which shoppers are there, where in the shop they are, and who is writing. */
@ApplicationScoped
public class ShopperBoard {

  /** The kind of notes about shoppers who are there; the key is their conversation. */
  public static final String KIND = "shopper";

  /** The kind of notes about who is writing; the key is the conversation and the side. */
  public static final String TYPING = "typing";

  /** How long somebody counts as writing. */
  private static final Duration WRITES = Duration.ofSeconds(6);

  private static final String BETWEEN = " ";
  private static final String OF_AGENT = "agent";
  private static final String OF_SHOPPER = "shopper";

  @Inject private Board board;

  /**
   * Somebody is writing.
   *
   * @param name of the agent who writes; empty for the shopper
   */
  public record Writing(long conversation, boolean isAgent, String name) {}

  /**
   * Says that the shopper of a conversation is connected to this node.
   *
   * @param page where in the shop; without a space
   * @param cart of a guest's browser, whose cart nobody else would find
   */
  public void enter(long conversation, String page, Optional<Long> cart) {
    board.put(KIND, String.valueOf(conversation), page + cart.map(id -> BETWEEN + id).orElse(""));
  }

  /** The cart of the guest of a conversation, as long as he is there. */
  public Optional<Long> cart(long conversation) {
    return board.named(KIND, String.valueOf(conversation)).stream()
        .map(note -> note.text().orElse("").split(BETWEEN, 2))
        .filter(parts -> parts.length == 2)
        .map(parts -> Long.valueOf(parts[1]))
        .findFirst();
  }

  /** Says that the shopper is connected to this node no more. */
  public void leave(long conversation) {
    board.remove(KIND, String.valueOf(conversation));
  }

  /** The conversations of which this node says that the shopper is there. */
  public Set<Long> notedHere() {
    return board.own(KIND);
  }

  /** The pages of the shoppers who are there, by their conversations. */
  public Map<Long, String> pages() {
    Map<Long, String> pages = new HashMap<>();
    for (Board.Note note : board.all(KIND)) {
      pages.put(Long.valueOf(note.key()), note.text().orElse("").split(BETWEEN, 2)[0]);
    }
    return pages;
  }

  /** Says that somebody is writing now. */
  public void writes(Writing writing) {
    String side = writing.isAgent() ? OF_AGENT : OF_SHOPPER;
    board.put(TYPING, writing.conversation() + "-" + side, writing.name(), WRITES);
  }

  /** What a note says of somebody who is writing; empty when it says nothing of the kind. */
  public static Optional<Writing> writing(Board.Note note) {
    if (!note.kind().equals(TYPING) || note.text().isEmpty()) {
      return Optional.empty();
    }
    String[] parts = note.key().split("-", -1);
    return Optional.of(
        new Writing(Long.parseLong(parts[0]), parts[1].equals(OF_AGENT), note.text().get()));
  }
}
