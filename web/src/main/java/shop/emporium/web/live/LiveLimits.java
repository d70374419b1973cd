package shop.emporium.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import shop.emporium.ejb.shared.LiveSetting;

/** How much the sockets of this node may take. */
@ApplicationScoped
class LiveLimits {

  /** Bytes of a message from a browser; the endpoint refuses longer ones. */
  static final int MESSAGE_BYTES = 4096;

  /** Articles that one socket may watch. */
  static final int SKUS = 100;

  static final int LONGEST_SKU = 100;

  /** Messages that a browser may send at once, and how many more each second. */
  static final int MESSAGES_AT_ONCE = 20;

  static final int MESSAGES_A_SECOND = 2;

  private final LiveSetting sockets = new LiveSetting("store.live.sockets");
  private final LiveSetting perAddress = new LiveSetting("store.live.address");

  /** Sockets that this node holds at most. */
  int sockets() {
    return number(sockets, 5_000);
  }

  /** Sockets that one network address may hold here. */
  int perAddress() {
    return number(perAddress, 200);
  }

  private static int number(LiveSetting setting, int otherwise) {
    return setting
        .value()
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }
}
