package shop.emporium.ejb.customer;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * A customer wants to read all that is held about him: whoever holds something adds it now, in the
 * same transaction.
 */
public final class CustomerExported {

  private final long customer;
  private final Map<String, JsonValue> parts = new TreeMap<>();

  CustomerExported(long customer) {
    this.customer = customer;
  }

  public long customer() {
    return customer;
  }

  /**
   * Adds what is held of one kind.
   *
   * @param name of the member, such as {@code cart}
   * @param content without secrets, and without what proves them
   */
  public void add(String name, JsonValue content) {
    if (parts.putIfAbsent(name, content) != null) {
      throw new IllegalArgumentException("Two speak of " + name);
    }
  }

  Map<String, JsonValue> parts() {
    return parts;
  }
}
