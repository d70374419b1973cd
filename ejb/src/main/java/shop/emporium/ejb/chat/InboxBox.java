package shop.emporium.ejb.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the inbox. */
public enum InboxBox {
  /** Whoever waits for a person, the longest first. */
  WAITING("c.status = 'WAITING'", "c.waiting_since, c.id"),
  /** What an agent answers. */
  MINE("c.agent_id = :agent AND c.status IN ('OPEN', 'TICKET')", Order.LATEST),
  /** What any agent answers. */
  OPEN("c.status = 'OPEN'", Order.LATEST),
  /** What is answered by mail: chats that nobody was there for, forms, and calls to be made. */
  TICKETS("(c.status = 'TICKET' OR c.channel <> 'CHAT' AND c.status <> 'CLOSED')", Order.LATEST),
  CLOSED("c.status = 'CLOSED'", Order.LATEST),
  ALL("true", Order.LATEST);

  /** A constant of the enum itself cannot be named above it. */
  private static final class Order {
    static final String LATEST = "c.last_said_at DESC, c.id DESC";

    private Order() {}
  }

  private final String condition;
  private final String order;

  InboxBox(String condition, String order) {
    this.condition = condition;
    this.order = order;
  }

  /** The part that an address names. */
  public static Optional<InboxBox> of(String code) {
    return Arrays.stream(values()).filter(box -> box.code().equals(code)).findFirst();
  }

  /** As addresses name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which conversations {@code c} are in it. */
  String condition() {
    return condition;
  }

  /** In which order. */
  String order() {
    return order;
  }
}
