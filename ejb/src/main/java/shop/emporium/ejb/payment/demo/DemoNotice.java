package shop.emporium.ejb.payment.demo;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * What the demo provider has to tell.
 *
 * @param id its number, the same however often it is sent
 * @param payment as it stood when there was something to tell
 * @param attempts how often it was tried since it was last heard, this time included
 */
public record DemoNotice(String id, Instant createdAt, DemoPayment payment, int attempts) {

  /** The body of the call that tells it. */
  public byte[] body() {
    JsonObjectBuilder about =
        JSON.createObjectBuilder()
            .add("id", payment.id())
            .add("reference", payment.reference().toString())
            .add("status", payment.status().name())
            .add("currency", payment.amount().getCurrencyUnit().getCode())
            .add("amountMinor", payment.amount().getAmountMinorLong());
    if (payment.reason() != null) {
      about.add("reason", payment.reason());
    }
    return JSON.createObjectBuilder()
        .add("id", id)
        .add("type", "payment." + payment.status().name().toLowerCase(Locale.ROOT))
        .add("created", createdAt.getEpochSecond())
        .add("payment", about)
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
