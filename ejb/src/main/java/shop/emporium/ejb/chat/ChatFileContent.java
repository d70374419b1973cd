package shop.emporium.ejb.chat;

/** A file of a conversation with its bytes, which nobody changes. */
public final class ChatFileContent {

  private final ChatFile file;
  private final byte[] bytes;

  ChatFileContent(ChatFile file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  public ChatFile file() {
    return file;
  }

  /** All of it: to be written out, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }
}
