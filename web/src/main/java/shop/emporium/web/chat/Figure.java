package shop.emporium.web.chat;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.ejb.chat.FiguresView;

/** What is counted, or measured in seconds, of the conversations of a day or of an agent. */
enum Figure {
  CONVERSATIONS("conversations", false),
  WAITING("waiting", true),
  ANSWER("answer", true),
  RESOLVED("resolved", false);

  private final String key;
  private final boolean isTime;

  Figure(String key, boolean isTime) {
    this.key = key;
    this.isTime = isTime;
  }

  /** What pages call it by. */
  String key() {
    return key;
  }

  /** Null where there is none. */
  Integer of(FiguresView.Sum sum) {
    return switch (this) {
      case CONVERSATIONS -> Integer.valueOf(sum.conversations());
      case WAITING -> sum.waitingMedian();
      case ANSWER -> sum.answerMedian();
      case RESOLVED -> Integer.valueOf(sum.resolved());
    };
  }

  /** As pages say it; null is nothing. */
  String words(Integer own) {
    return isTime ? FiguresTable.time(own) : String.valueOf(own);
  }

  /** The highest of some; empty where none has any. */
  Optional<Integer> highest(Stream<FiguresView.Sum> sums) {
    return sums.map(this::of).filter(Objects::nonNull).max(Integer::compare);
  }
}
