package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import shop.emporium.ejb.customer.CustomerErased;
import shop.emporium.ejb.customer.CustomerExported;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * Tells customers what their conversations hold about them, and forgets it with them: when, how
 * long and how well they were answered stays for the figures of the shop, as of somebody whom
 * nobody knows. What was said is gone, on both sides, since each names things of the other.
 */
@ApplicationScoped
class ChatPrivacy {

  @Inject private ChatPrivacyRepository conversations;
  @Inject private ChatKeyRepository visitors;
  @Inject private TicketKeyRepository links;
  @Inject private Event<ConversationChanged> changed;

  void tell(@Observes CustomerExported export) {
    export.add("conversations", JsonCodec.array(conversations.export(export.customer())));
  }

  void forget(@Observes CustomerErased erased) {
    List<Long> own = conversations.lock(erased.customer());
    if (own.isEmpty()) {
      return;
    }
    links.forget(own);
    conversations.forget(own, visitors.addVisitor());
    own.forEach(conversation -> changed.fire(new ConversationChanged(conversation)));
  }
}
