package shop.emporium.ejb.payment.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.shared.StoreSettings;

/** Tells the shop over HTTP, at the address that everybody has: so notices reach any node. */
@ApplicationScoped
class DemoPost {

  private static final System.Logger LOG = System.getLogger(DemoPost.class.getName());

  private static final String PATH = "/api/v1/payments/demo/notices";
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 5_000;

  @Inject private DemoNoticeQueue queue;
  @Inject private PaymentSettings settings;
  @Inject private StoreSettings store;

  /**
   * Sends the notice that has been due for longest.
   *
   * @return whether there was one, and the shop took it
   */
  boolean sendNext() {
    Optional<String> secret = settings.demoSecret();
    Optional<DemoNotice> due = secret.isEmpty() ? Optional.empty() : queue.takeNext();
    return due.isPresent() && send(due.orElseThrow(), secret.orElseThrow());
  }

  private boolean send(DemoNotice notice, String secret) {
    try {
      int status = post(notice.body(), secret);
      if (status / 100 == 2) {
        queue.heard(notice.id());
        return true;
      }
      LOG.log(Level.WARNING, "{0} was answered with {1}", notice.id(), String.valueOf(status));
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "{0} did not reach the shop: {1}", notice.id(), failed.getMessage());
    }
    queue.giveUp(notice.id());
    return false;
  }

  private int post(byte[] body, String secret) throws IOException {
    HttpURLConnection call =
        (HttpURLConnection) URI.create(store.home() + PATH).toURL().openConnection();
    try {
      call.setConnectTimeout(CONNECT_MILLIS);
      call.setReadTimeout(ANSWER_MILLIS);
      call.setInstanceFollowRedirects(false);
      call.setRequestMethod("POST");
      call.setDoOutput(true);
      call.setFixedLengthStreamingMode(body.length);
      call.setRequestProperty("Content-Type", "application/json");
      call.setRequestProperty("User-Agent", "Emporium demo provider");
      call.setRequestProperty(DemoSignature.HEADER, DemoSignature.of(body, secret, Instant.now()));
      try (OutputStream out = call.getOutputStream()) {
        out.write(body);
      }
      return call.getResponseCode();
    } finally {
      call.disconnect();
    }
  }
}
