package shop.emporium.tests.torture;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Set;
import shop.emporium.tests.cluster.Shop;

/**
 * What a call to order was answered.
 *
 * @param about the order's number, or the kind of problem
 * @param isOpen whether there is an order whose payment was not decided then
 * @param total what the order costs, or what it would cost now; null where the answer does not say
 * @param url where the buyer has to go to pay; null where he has not
 */
record Outcome(int status, String about, boolean isOpen, String total, String url) {

  /** Statuses that say what became of a call; all others say that the shop could not tell. */
  private static final Set<Integer> ANSWERS = Set.of(201, 400, 402, 404, 409, 422);

  static boolean isAnswer(HttpResponse<String> response) {
    return ANSWERS.contains(response.statusCode());
  }

  static Outcome of(HttpResponse<String> response) {
    JsonObject json;
    try {
      json = Shop.parse(response.body());
    } catch (JsonException none) {
      return new Outcome(response.statusCode(), "no JSON", false, null, null);
    }
    JsonObject total = json.containsKey("total") ? json.getJsonObject("total") : null;
    String amount = total == null ? null : total.getString("amount");
    if (response.statusCode() != 201) {
      String type = json.getString("type", "none");
      return new Outcome(
          response.statusCode(), type.substring(type.lastIndexOf('/') + 1), false, amount, null);
    }
    JsonObject payment =
        json.containsKey("payment") && !json.isNull("payment")
            ? json.getJsonObject("payment")
            : null;
    return new Outcome(
        201,
        json.getString("number"),
        !json.getString("status").equals("paid"),
        amount,
        payment == null ? null : payment.getString("url", null));
  }

  boolean isOrder() {
    return status == 201;
  }

  boolean isPaid() {
    return isOrder() && !isOpen;
  }

  boolean is(String problem) {
    return !isOrder() && about.equals(problem);
  }

  /** Whether somebody who was told the one and then the other was told the same. */
  boolean agreesWith(Outcome later) {
    // What was open may have been decided since, either way.
    return isOpen
        ? later.status == 402 || about.equals(later.about)
        : status == later.status && about.equals(later.about);
  }

  @Override
  public String toString() {
    return status + " " + about + (isOpen ? " (open)" : "");
  }
}
