package shop.emporium.ejb.chat;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import shop.emporium.ejb.shared.PurgeRounds;

/** Throws away files that were brought and never shown; any node, or all at once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChatFilePurge {

  @Inject private ChatFiles files;

  @Schedule(hour = "*", minute = "50", persistent = false)
  void purge() {
    PurgeRounds.run(files::purge);
  }
}
