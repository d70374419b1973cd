package shop.emporium.ejb.chat;

import java.time.Instant;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;

/**
 * Something that was said in a ticket, as its shopper may read it: never a note.
 *
 * @param agent how the agent who says it is called; empty for all others
 * @param text as it was typed; an event's code, a file's name
 * @param file what opens a file; empty where it is none
 */
public record TicketLine(
    int number,
    Sender from,
    MessageKind kind,
    String agent,
    String text,
    String file,
    Instant at) {}
