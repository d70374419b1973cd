package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.emporium.domain.chat.CannedReplies;
import shop.emporium.ejb.order.BuyerHistory;

/**
 * Answers that are ready. Agents find them by their shortcut; administrators write them. Who calls
 * has made sure who it is.
 */
@Stateless
public class CannedReplyService {

  /** How many there may be, all languages together. */
  public static final int MOST = 500;

  @Inject private CannedReplyRepository replies;
  @Inject private InboxQueries inbox;
  @Inject private BuyerHistory orders;

  /** All, by their shortcuts. */
  public List<CannedReply> all() {
    return replies.all(MOST);
  }

  /**
   * All, as they can be said in a conversation: those of its language first.
   *
   * @param agent what the agent is called
   * @return empty when there is no such conversation
   */
  public Optional<List<CannedReply>> filled(long conversation, @NotNull String agent) {
    return inbox.find(conversation).map(head -> filled(head, agent));
  }

  private List<CannedReply> filled(InboxRow head, String agent) {
    String order =
        PanelPerson.of(head, 0)
            .buyer()
            .flatMap(buyer -> orders.latest(buyer, 1).stream().findFirst())
            .map(last -> last.number().text())
            .orElse("");
    Map<String, String> values = Map.of("name", head.name(), "agent", agent, "order", order);
    return replies.all(MOST).stream()
        .map(
            one ->
                new CannedReply(
                    one.id(),
                    one.shortcut(),
                    one.language(),
                    one.title(),
                    CannedReplies.fill(one.body(), values)))
        .sorted(
            (one, other) ->
                Boolean.compare(
                    other.language().equals(head.language()),
                    one.language().equals(head.language())))
        .toList();
  }

  /**
   * Has one more.
   *
   * @return its id
   * @throws CannedReplyException when another has its shortcut, or there are {@link #MOST}
   */
  public long add(@NotNull @Valid CannedReplyFields fields) {
    replies.lock();
    if (replies.count() >= MOST) {
      throw new CannedReplyException(CannedReplyException.Fault.TOO_MANY);
    }
    requireFree(0, fields);
    return replies.add(fields);
  }

  /**
   * Says it otherwise.
   *
   * @throws CannedReplyException when there is no such answer, or another has its shortcut
   */
  public void change(long id, @NotNull @Valid CannedReplyFields fields) {
    replies.lock();
    requireFree(id, fields);
    if (!replies.change(id, fields)) {
      throw new CannedReplyException(CannedReplyException.Fault.UNKNOWN);
    }
  }

  /**
   * Has it no more.
   *
   * @throws CannedReplyException when there is no such answer
   */
  public void delete(long id) {
    if (!replies.delete(id)) {
      throw new CannedReplyException(CannedReplyException.Fault.UNKNOWN);
    }
  }

  private void requireFree(long id, CannedReplyFields fields) {
    if (replies.isTaken(id, fields)) {
      throw new CannedReplyException(CannedReplyException.Fault.TAKEN);
    }
  }
}
