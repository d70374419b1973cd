package shop.emporium.ejb.cluster;

import java.util.function.Consumer;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;

/**
 * Hears of each entry that reaches this node. Public, and not waited for, since Infinispan wants it
 * so: whoever puts an entry does not wait for those who hear of it.
 */
@Listener(sync = false)
public final class MessageListener {

  private final Consumer<String> hearer;

  MessageListener(Consumer<String> hearer) {
    this.hearer = hearer;
  }

  /** An entry is there; one that was put again while nodes came and went counts as modified. */
  @CacheEntryCreated
  @CacheEntryModified
  public void onEntry(CacheEntryEvent<String, String> event) {
    if (!event.isPre()) {
      hearer.accept(event.getValue());
    }
  }
}
