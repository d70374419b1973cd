package shop.emporium.tests.torture;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import shop.emporium.ejb.payment.demo.DemoSignature;
import shop.emporium.tests.cluster.Shop;

/** What the demo provider tells of a payment, signed as it signs. */
final class Notice {

  static final String PATH = "/api/v1/payments/demo/notices";

  /** In place of a status: the node was not there. A provider would come again. */
  static final int NOT_ANSWERED = 0;

  private static final String TAKEN =
      """
      SELECT d.id, d.reference, d.currency, d.amount_minor
        FROM shop_order o JOIN payment p ON p.order_number = o.number JOIN demo_payment d ON d.reference = p.reference
       WHERE o.email = ? AND (d.status = 'APPROVED' OR d.status = 'PENDING' AND d.decide_at <= now())
      """;

  private final byte[] body;

  private Notice(byte[] body) {
    this.body = body;
  }

  /** Waits until the provider has taken the money for an order, and tells that. */
  static Notice ofOrderBy(String email) {
    List<String> payment = Patience.untilItWorks(() -> Base.rows(TAKEN, email).get(0));
    return new Notice(
        Json.createObjectBuilder()
            .add("id", "dn_" + UUID.randomUUID())
            .add("type", "payment.approved")
            .add("created", Instant.now().getEpochSecond())
            .add(
                "payment",
                Json.createObjectBuilder()
                    .add("id", payment.get(0))
                    .add("reference", payment.get(1))
                    .add("currency", payment.get(2))
                    .add("amountMinor", Long.parseLong(payment.get(3)))
                    .add("status", "APPROVED"))
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Sends it; returns the status. */
  int send(URI uri) {
    Buyer nobody = new Buyer();
    try {
      int status =
          nobody
              .send(
                  nobody
                      .request(uri)
                      .header("Content-Type", "application/json")
                      .header(
                          DemoSignature.HEADER,
                          DemoSignature.of(
                              body, Shop.secret("STORE_DEMO_PAY_SECRET"), Instant.now()))
                      .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
              .statusCode();
      return status >= 500 ? NOT_ANSWERED : status;
    } catch (IOException notThere) {
      return NOT_ANSWERED;
    }
  }
}
