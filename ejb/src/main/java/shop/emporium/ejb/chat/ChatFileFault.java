package shop.emporium.ejb.chat;

/** Why a file is not taken. */
public enum ChatFileFault {
  /** There is no such conversation, or it is somebody else's. */
  UNKNOWN_CONVERSATION,
  /** It has more bytes than a file may have. */
  TOO_LARGE,
  /** It is no picture and no PDF, or not a whole one, or something else as well. */
  UNKNOWN_KIND,
  /** The conversation has as many files, or bytes of files, as it may have. */
  TOO_MANY
}
