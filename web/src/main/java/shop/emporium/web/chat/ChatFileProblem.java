package shop.emporium.web.chat;

import shop.emporium.ejb.chat.ChatFileFault;
import shop.emporium.web.shared.Problem;

/** Why a file is not taken, as programs are told. */
final class ChatFileProblem {

  private static final Problem TOO_LARGE =
      Problem.of(413, "too-large", "The file is too large", "Send at most 5 MB.");

  private static final Problem UNKNOWN_CONVERSATION =
      Problem.notFound("There is no such conversation of yours. Say something first.");

  private static final Problem UNKNOWN_KIND =
      Problem.of(
          415,
          "unknown-kind",
          "Files of this kind are not taken",
          "Send a whole picture (JPEG, PNG, GIF or WebP, up to 12,000 pixels a side) or a PDF.");

  private static final Problem TOO_MANY =
      Problem.of(
          409,
          "too-many-files",
          "The conversation is full of files",
          "It takes 20 files and 40 MB. Send what is left by e-mail.");

  private ChatFileProblem() {}

  static Problem of(ChatFileFault fault) {
    return switch (fault) {
      case UNKNOWN_CONVERSATION -> UNKNOWN_CONVERSATION;
      case TOO_LARGE -> TOO_LARGE;
      case UNKNOWN_KIND -> UNKNOWN_KIND;
      case TOO_MANY -> TOO_MANY;
    };
  }
}
