package shop.emporium.web.chat;

/** A socket that wants to look at a conversation, from the message after this one on. */
record Opening(ChatSocket socket, long conversation, int after, boolean isAsked) {

  /** The browser wants it: what it says that it has is what it has. */
  static Opening asked(ChatSocket socket, long conversation, int after) {
    return new Opening(socket, conversation, after, true);
  }

  /** A chat has begun; several things may say so. */
  static Opening ofBegun(ChatSocket socket, long conversation) {
    return new Opening(socket, conversation, 0, false);
  }
}
