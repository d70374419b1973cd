package shop.emporium.ejb.cluster;

import java.util.function.BiConsumer;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryExpired;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.annotation.TopologyChanged;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryExpiredEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryRemovedEvent;
import org.infinispan.notifications.cachelistener.event.TopologyChangedEvent;

/**
 * Sees each note that is put up or taken down, and nodes that come and go. Public, and not waited
 * for, as Infinispan wants.
 */
@Listener(sync = false)
public final class BoardListener {

  private final BiConsumer<String, String> hearer;
  private final Runnable tidier;

  BoardListener(BiConsumer<String, String> hearer, Runnable tidier) {
    this.hearer = hearer;
    this.tidier = tidier;
  }

  /** There are other nodes than before. */
  @TopologyChanged
  public void onNodes(TopologyChangedEvent<String, String> event) {
    if (!event.isPre()) {
      tidier.run();
    }
  }

  /** A note is up. */
  @CacheEntryCreated
  @CacheEntryModified
  public void onNote(CacheEntryEvent<String, String> event) {
    if (!event.isPre()) {
      hearer.accept(event.getKey(), event.getValue());
    }
  }

  /** A note is down. */
  @CacheEntryRemoved
  public void onGone(CacheEntryRemovedEvent<String, String> event) {
    if (!event.isPre()) {
      hearer.accept(event.getKey(), null);
    }
  }

  /** A note was good for a while only. */
  @CacheEntryExpired
  public void onEnd(CacheEntryExpiredEvent<String, String> event) {
    hearer.accept(event.getKey(), null);
  }
}
