package shop.emporium.ejb.chat;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import shop.emporium.ejb.shared.PurgeRounds;

/** Forgets keys to conversations that have run out; any node, or all at once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChatPurge {

  @Inject private ChatKeys keys;
  @Inject private TicketKeys tickets;

  @Schedule(hour = "*", minute = "55", persistent = false)
  void purge() {
    PurgeRounds.run(keys::purge);
    PurgeRounds.run(tickets::purge);
  }
}
