package shop.emporium.ejb.chat;

import java.util.List;

/**
 * A page of somebody's tickets, those first in which something was said last.
 *
 * @param total tickets on all pages
 */
public record TicketPage(List<TicketSummary> items, int page, int size, long total) {

  /** How many pages there are, 1 or more. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }
}
