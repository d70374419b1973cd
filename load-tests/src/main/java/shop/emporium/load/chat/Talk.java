package shop.emporium.load.chat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A conversation: a shopper at one node, an agent at another. */
final class Talk {

  private static final int PATIENCE_SECONDS = 30;
  private static final int ASSISTANT_SECONDS = 5;

  private final Agent agent;
  private final Line shopper;
  private final Side shoppersSide;
  private final Side agentsSide = new Side();
  private final List<Words> said = new ArrayList<>();
  private volatile long number;

  private Talk(Agent agent, Line shopper, Side shoppersSide) {
    this.agent = agent;
    this.shopper = shopper;
    this.shoppersSide = shoppersSide;
  }

  /**
   * Begins one: the shopper says something, the assistant answers, and the agent takes it.
   *
   * @param id of the first message
   */
  static CompletableFuture<Talk> begin(HttpClient client, Guest guest, Agent agent, String id) {
    Side side = new Side();
    return Line.open(client, guest, "/chat?lang=en", (conversation, message) -> side.show(message))
        .thenCompose(line -> new Talk(agent, line, side).begin(id));
  }

  private CompletableFuture<Talk> begin(String id) {
    return say(false, id, "Hello")
        .answer()
        .copy()
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .thenCompose(
            saved -> {
              number = saved.orFail().conversation();
              // The assistant's answer would come between, sooner or later.
              return shoppersSide
                  .isAnswered()
                  .completeOnTimeout(null, ASSISTANT_SECONDS, TimeUnit.SECONDS);
            })
        .thenCompose(answered -> agent.take(number, agentsSide))
        .thenApply(taken -> this);
  }

  /** One side says something. */
  Words say(boolean isByAgent, String id, String text) {
    Line line = isByAgent ? agent.line() : shopper;
    long now = System.nanoTime();
    Words words = new Words(id, isByAgent, now, line.ask(id, Frames.say(number, id, text)));
    synchronized (said) {
      said.add(words);
    }
    return words;
  }

  /** Its agent is done with it. */
  CompletableFuture<Answer> close() {
    return agent.close(number);
  }

  long number() {
    return number;
  }

  Line shopper() {
    return shopper;
  }

  /** All that was said, by both. */
  List<Words> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  Side side(boolean isAgents) {
    return isAgents ? agentsSide : shoppersSide;
  }

  /** Whether all is answered, and both sides were shown what is kept. */
  boolean isQuiet() {
    int last = 0;
    for (Words words : said()) {
      if (!words.answer().isDone()) {
        return false;
      }
      last = Math.max(last, words.answered().map(Answer::number).orElse(0));
    }
    return shoppersSide.highest() >= last && agentsSide.highest() >= last;
  }
}
