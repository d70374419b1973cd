package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * The inbox of people who answer: chats, forms and calls to be made in one list, searched by what
 * was said in them. Who calls has made sure that it is one of them. It reads only.
 */
@Stateless
public class InboxService {

  @Inject private InboxQueries queries;

  /** A page of a part of the inbox. */
  public InboxPage list(@NotNull @Valid InboxQuery query) {
    return queries.list(query);
  }

  /** The head of a conversation; empty when there is no such. */
  public Optional<InboxRow> find(long conversation) {
    return queries.find(conversation);
  }
}
