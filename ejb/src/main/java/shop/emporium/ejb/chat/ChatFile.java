package shop.emporium.ejb.chat;

import java.util.UUID;
import shop.emporium.domain.chat.FileKind;

/**
 * A file of a conversation, without its content.
 *
 * @param name as it is given to whoever stores it, at most 100 characters
 * @param size in bytes
 */
public record ChatFile(UUID id, String name, FileKind kind, int size) {}
