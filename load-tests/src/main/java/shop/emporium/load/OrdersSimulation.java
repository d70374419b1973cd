package shop.emporium.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.Cookie;
import static io.gatling.javaapi.http.HttpDsl.addCookie;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.UUID;

/**
 * Buyers who order over and over, one cart after the other, as fast as they are answered. The carts
 * are filled before, so that what is measured is placing and paying an order.
 *
 * <p>System properties: {@code load.shop}, its address; {@code load.carts}, a file with a buyer and
 * a cart's secret a line; {@code load.buyers}; {@code load.seconds}; {@code load.name}, with which
 * the addresses of their e-mails begin.
 */
public class OrdersSimulation extends Simulation {

  private static final String BODY =
      """
      {"email":"#{email}","shippingAddress":{"name":"Lena Last","line1":"Invalidenstr. 117","city":"Berlin","postalCode":"10115",
       "country":"DE"},"shippingMethod":"standard","payment":{"method":"demo","token":"tok_approved"}}
      """;

  private final String name = System.getProperty("load.name", "load");
  private final Carts carts = Carts.of(System.getProperty("load.carts"));

  private final ChainBuilder order =
      exec(flushCookieJar())
          .exec(this::next)
          .exec(addCookie(Cookie("cart", "#{cart}")))
          .exec(
              http("place an order")
                  .post("/api/v1/checkout")
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", "#{key}")
                  .body(StringBody(BODY))
                  .check(status().is(201), jsonPath("$.status").is("paid")));

  /** Sets up the load. */
  public OrdersSimulation() {
    setUp(
            scenario(name)
                .during(Duration.ofSeconds(Integer.getInteger("load.seconds", 30)))
                .on(order)
                .injectOpen(atOnceUsers(Integer.getInteger("load.buyers", 16))))
        .protocols(
            http.baseUrl(System.getProperty("load.shop", "http://localhost:8000"))
                .acceptHeader("application/json")
                .disableFollowRedirect()
                .disableCaching());
  }

  private Session next(Session session) {
    String key = UUID.randomUUID().toString();
    return carts
        .next(session.userId())
        .map(
            cart ->
                session
                    .set("cart", cart)
                    .set("key", key)
                    .set("email", name + "-" + key + "@load.example"))
        .orElseGet(session::markAsFailed);
  }
}
