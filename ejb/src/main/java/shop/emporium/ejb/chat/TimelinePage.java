package shop.emporium.ejb.chat;

import java.util.List;

/**
 * A page of what happened, the newest first.
 *
 * @param page from 1
 * @param more whether there is a page after this
 */
public record TimelinePage(List<TimelineEntry> items, int page, int size, boolean more) {}
