package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.emporium.ejb.chat.Presence.AWAY;
import static shop.emporium.ejb.chat.Presence.OFFLINE;
import static shop.emporium.ejb.chat.Presence.ONLINE;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShownPresenceTest {

  private static final long NOW = 1_000_000_000_000L;

  private final ShownPresence shown = new ShownPresence();

  @Test
  void whoComesIsThereAtOnce() {
    assertThat(shown.settle(OFFLINE, NOW)).isEqualTo(OFFLINE);
    assertThat(shown.settle(ONLINE, NOW + 1)).isEqualTo(ONLINE);
    assertThat(shown.settle(AWAY, NOW + 2)).isEqualTo(AWAY);
  }

  @Test
  void whoGoesIsThereForAMomentMore() {
    shown.settle(ONLINE, NOW);
    assertThat(shown.settle(OFFLINE, NOW + ShownPresence.GRACE_NANOS - 1)).isEqualTo(ONLINE);
    assertThat(shown.settle(OFFLINE, NOW + ShownPresence.GRACE_NANOS)).isEqualTo(OFFLINE);
  }

  /** Nobody asks on a node without shoppers: what was shown there before is of long ago. */
  @Test
  void whoWentUnseenIsNotThere() {
    shown.settle(ONLINE, NOW);
    assertThat(shown.settle(OFFLINE, NOW + TimeUnit.HOURS.toNanos(1))).isEqualTo(OFFLINE);
    assertThat(shown.settle(OFFLINE, NOW + TimeUnit.HOURS.toNanos(1) + 1)).isEqualTo(OFFLINE);
  }
}
