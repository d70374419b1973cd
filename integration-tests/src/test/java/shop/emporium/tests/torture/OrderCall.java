package shop.emporium.tests.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One wish to order with one key: however often and wherever it is sent, it has one answer. */
final class OrderCall {

  static final String PATH = "/api/v1/checkout";

  private final Buyer buyer;
  private final Wish wish;
  private final Ledger ledger;
  private final boolean isRepeatable;
  private final String key = UUID.randomUUID().toString();
  private final Queue<Outcome> answers = new ConcurrentLinkedQueue<>();

  OrderCall(Buyer buyer, Wish wish, Ledger ledger, boolean isRepeatable) {
    this.buyer = buyer;
    this.wish = wish;
    this.ledger = ledger;
    this.isRepeatable = isRepeatable;
    ledger.add(this);
  }

  /** Whether it means the same when it is sent again later. */
  boolean isRepeatable() {
    return isRepeatable;
  }

  String email() {
    return wish.email();
  }

  /** Sends it until it is answered, at one way into the shop after the other. */
  Outcome place(Doors doors) {
    return Patience.untilItWorks(() -> send(doors.any(PATH), wish));
  }

  /** Sends it until it is answered, at this address first. */
  Outcome placeAt(URI first, Doors doors) {
    try {
      return send(first, wish);
    } catch (IOException notAnswered) {
      return place(doors);
    }
  }

  /** Sends another wish with the same key. */
  Outcome placeOther(Wish other, Doors doors) {
    return Patience.untilItWorks(() -> ask(doors.any(PATH), other));
  }

  private Outcome send(URI uri, Wish sent) throws IOException {
    Outcome outcome = ask(uri, sent);
    answers.add(outcome);
    return outcome;
  }

  private Outcome ask(URI uri, Wish sent) throws IOException {
    HttpResponse<String> response =
        buyer.send(
            buyer
                .request(uri)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(sent.json())));
    ledger.count(response.statusCode());
    if (!Outcome.isAnswer(response)) {
      throw new IOException(uri + " answered " + response.statusCode());
    }
    return Outcome.of(response);
  }

  /** What it has been told so far. */
  List<Outcome> answers() {
    return List.copyOf(answers);
  }

  /** The last that it was told; null when it never was. */
  Outcome last() {
    return answers().stream().reduce((first, second) -> second).orElse(null);
  }

  @Override
  public String toString() {
    return wish.email() + " " + answers;
  }
}
