package shop.emporium.ejb.checkout;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets keys of calls after two days, some at a time; any node, or all at once. */
@Singleton
public class KeyPurge {

  private static final int HOURS_KEPT = 48;

  @Inject private KeyRepository keys;

  @Schedule(hour = "*", minute = "20", persistent = false)
  void purge() {
    keys.purge(HOURS_KEPT);
  }
}
