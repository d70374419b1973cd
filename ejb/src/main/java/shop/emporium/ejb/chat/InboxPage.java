package shop.emporium.ejb.chat;

import java.util.List;

/**
 * A page of the inbox.
 *
 * @param total on all pages, as far as they are counted: {@link #MOST} and no more
 */
public record InboxPage(List<InboxRow> items, int page, int size, int total) {

  /** Up to how many are counted and shown. */
  public static final int MOST = 1000;
}
