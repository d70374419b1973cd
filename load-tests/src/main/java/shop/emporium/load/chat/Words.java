package shop.emporium.load.chat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Something that was said.
 *
 * @param saidAt when it was handed to the socket, as {@link System#nanoTime}
 */
record Words(String id, boolean isOfAgent, long saidAt, CompletableFuture<Answer> answer) {

  /** What was answered; empty while nothing was. */
  Optional<Answer> answered() {
    return answer.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.ofNullable(answer.getNow(null));
  }
}
