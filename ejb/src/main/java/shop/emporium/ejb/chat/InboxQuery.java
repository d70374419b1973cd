package shop.emporium.ejb.chat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Which conversations an agent wants to see.
 *
 * @param agent who asks
 * @param text words that were said, a part of a name, an address of e-mail or a subject, or the
 *     number of a conversation; may be empty
 * @param page from 1
 */
public record InboxQuery(
    @NotNull InboxBox box,
    long agent,
    @NotNull @Size(max = MAX_TEXT) String text,
    @Min(1) @Max(MAX_PAGE) int page,
    @Min(1) @Max(MAX_SIZE) int size) {

  /** The most characters that can be looked for. */
  public static final int MAX_TEXT = 100;

  /** The last page. */
  public static final int MAX_PAGE = 100;

  /** The most conversations of a page. */
  public static final int MAX_SIZE = 50;
}
