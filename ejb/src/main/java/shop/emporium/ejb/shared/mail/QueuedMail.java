package shop.emporium.ejb.shared.mail;

import java.time.Instant;
import java.util.Map;

/**
 * A mail that this node has taken to send it.
 *
 * @param id of its row
 * @param to one address
 * @param template which mail it is
 * @param language of its texts, such as {@code de}
 * @param values what is filled in
 * @param messageId the same at each attempt, without brackets
 * @param created when it was written, to the second
 * @param attempts how often it was taken, this time counted: no two takings have the same
 */
public record QueuedMail(
    long id,
    String to,
    String template,
    String language,
    Map<String, String> values,
    String messageId,
    Instant created,
    int attempts) {

  /** Without the address, which is personal, and the values, which may open doors. */
  @Override
  public String toString() {
    return "mail " + id + " (" + template + ")";
  }
}
