package shop.emporium.ejb.chat;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Keeps what is said, many messages in one transaction: locks the rows of their conversations in
 * the order of their numbers, gives each message the next number of its conversation, and says
 * which were kept before under the same id.
 *
 * <p>Plain JDBC: a handful of statements on arrays, several hundred times a second.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MessageWriter {

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  @Inject private Event<TicketAnswered> answers;
  @Inject private AgentNames names;

  /**
   * Keeps all of them, or none.
   *
   * @return what became of each, in the same order
   * @throws DatabaseAwayException when they could not be kept
   */
  public List<Said> write(List<Saying> sayings) {
    try (Connection connection = dataSource.getConnection()) {
      MessageRows rows = new MessageRows(connection);
      Map<Long, TalkRow> talks =
          rows.lock(sayings.stream().map(Saying::conversation).distinct().toList());
      Set<UUID> files = rows.files(sayings);
      Map<MessageKey, Integer> known = rows.known(sayings);
      List<Said> results = new ArrayList<>();
      Map<MessageKey, Said> fresh = new LinkedHashMap<>();
      for (Saying saying : sayings) {
        results.add(keep(saying, talks, files, known, fresh));
      }
      List<Said> kept = List.copyOf(fresh.values());
      if (!kept.isEmpty()) {
        rows.insert(kept);
        rows.note(kept);
        kept.stream().filter(MessageWriter::isAnswerByMail).forEach(this::tell);
      }
      return results;
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  private static Said keep(
      Saying saying,
      Map<Long, TalkRow> talks,
      Set<UUID> files,
      Map<MessageKey, Integer> known,
      Map<MessageKey, Said> fresh) {
    TalkRow talk = talks.get(saying.conversation());
    Optional<ChatOwner> owner = saying.speaker().owner();
    boolean isOthers = talk == null || !owner.map(talk::isOf).orElse(true);
    if (isOthers) {
      return Said.unknown(saying);
    }
    MessageKey key = MessageKey.of(saying);
    if (known.containsKey(key)) {
      return Said.kept(saying, known.get(key), false, talk);
    }
    if (!talk.may(saying)) {
      return Said.refused(saying, talk, Refusal.NOT_ALLOWED);
    }
    if (saying.file().isPresent() && !files.contains(saying.file().get())) {
      return Said.refused(saying, talk, Refusal.UNKNOWN_FILE);
    }
    TalkRow next = talk.with(talk.last() + 1);
    talks.put(talk.id(), next);
    known.put(key, next.last());
    Said said = Said.kept(saying, next.last(), true, talk);
    fresh.put(key, said);
    return said;
  }

  private static boolean isAnswerByMail(Said said) {
    Saying saying = said.saying();
    return said.status() == ConversationStatus.TICKET
        && saying.speaker().sender() == Sender.AGENT
        && saying.kind() == MessageKind.TEXT;
  }

  private void tell(Said said) {
    Saying saying = said.saying();
    String agent = saying.speaker().agent().map(names::of).orElse("");
    answers.fire(new TicketAnswered(saying.conversation(), saying.text(), agent));
  }
}
