package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks over all that the interface says it has: what one customer has is not there for another
 * one, at whatever address with a number in it. An address that is new has to be told of here.
 */
@Tag("cluster")
class OwnershipClusterIT {

  private static final String API = "/api/v1";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final String NAMED = ".*\\{(id|number|order|parcel|return)\\}.*";

  /** What is everybody's: anybody may find a review helpful. */
  private static final String FOR_EVERYBODY = "/reviews/";

  private static final Set<String> FOR_STAFF = Set.of("/admin/", "/agent/");

  /** Bodies that its owner could send there. */
  private static final Map<String, String> BODIES =
      Map.of(
          "put /me/addresses/{id}",
          "{\"name\":\"Jo\",\"line1\":\"Main St 1\",\"city\":\"Berlin\",\"postalCode\":\"10115\",\"country\":\"DE\"}",
          "patch /wishlists/{id}",
          "{\"name\":\"Mine now\"}",
          "put /me/passkeys/{id}",
          "{\"name\":\"Mine now\"}",
          "patch /me/passkeys/{id}",
          "{\"name\":\"Mine now\"}",
          "put /me/reviews/{id}",
          "{\"stars\":1,\"title\":\"Mine\",\"text\":\"Mine now, and what I think of it\"}",
          "post /support/tickets/{number}/messages",
          "{\"message\":\"Mine now\"}",
          "post /orders/{number}/cancel",
          "{}",
          "post /orders/{number}/returns",
          "{\"lines\":[{\"sku\":\"KST-1\",\"quantity\":1}],\"reason\":\"damaged\"}");

  @Test
  void whatBelongsToSomebodyElseIsNotThere() throws Exception {
    Shop.Visitor owner = customer();
    Shop.Visitor other = customer();
    Map<String, Object> numbers = numbersOf(owner);
    SoftAssertions all = new SoftAssertions();
    List<String> walked = new ArrayList<>();
    for (String call : callsWithNumbers()) {
      String method = call.substring(0, call.indexOf(' '));
      String path = call.substring(call.indexOf(' ') + 1);
      if (path.startsWith(FOR_EVERYBODY)) {
        continue;
      }
      String number = isForStaff(path) ? "1" : String.valueOf(numberOf(call, path, numbers));
      String address = path.replace("{sku}", anySku()).replaceAll("\\{[a-z]+\\}", number);
      HttpResponse<String> answer =
          other.call(
              method.toUpperCase(Locale.ROOT),
              Shop.uri(API + address),
              BODIES.getOrDefault(call, isForStaff(path) ? "{}" : ""));
      all.assertThat(answer.statusCode()).as(call).isEqualTo(isForStaff(path) ? 403 : 404);
      walked.add(call);
    }
    all.assertThat(walked).hasSizeGreaterThan(25);
    all.assertThat(numbersOf(owner)).as("what the owner has").isEqualTo(numbers);
    all.assertAll();
  }

  private static boolean isForStaff(String path) {
    return FOR_STAFF.stream().anyMatch(path::startsWith);
  }

  private static Object numberOf(String call, String path, Map<String, ?> numbers) {
    return numbers.entrySet().stream()
        .filter(known -> path.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing of an owner is known for " + call));
  }

  /** Such as {@code delete /me/addresses/{id}}. */
  private static List<String> callsWithNumbers() throws IOException {
    JsonObject paths =
        Shop.json(Shop.visitor().get(API + "/openapi?format=JSON")).getJsonObject("paths");
    List<String> calls = new ArrayList<>();
    paths.forEach(
        (path, methods) ->
            methods.asJsonObject().keySet().stream()
                .filter(METHODS::contains)
                .filter(method -> path.matches(NAMED))
                .map(method -> method + " " + path.replaceFirst("^" + API, ""))
                .forEach(calls::add));
    return calls;
  }

  /** What somebody has, by the beginning of the addresses that name it. */
  private static Map<String, Object> numbersOf(Shop.Visitor owner) throws Exception {
    String email = Customers.email(owner);
    String own = " WHERE customer_id = (SELECT id FROM customer WHERE email = '" + email + "')";
    Map<String, Object> numbers = new TreeMap<>();
    numbers.put(
        "/chat/files/",
        Shop.value(
            "SELECT max(id::text) FROM chat_file WHERE conversation_id IN (SELECT id FROM conversation"
                + own
                + ")"));
    numbers.put("/me/addresses/", Shop.number("SELECT max(id) FROM address" + own));
    numbers.put(
        "/me/sign-ins/",
        Shop.number("SELECT max(id) FROM sign_in" + own + " AND revoked_at IS NULL"));
    numbers.put("/me/passkeys/", Shop.number("SELECT max(id) FROM passkey" + own));
    numbers.put("/me/reviews/", Shop.number("SELECT max(id) FROM review" + own));
    numbers.put("/orders/", Shop.value("SELECT 'EM-' || max(number) FROM shop_order" + own));
    numbers.put("/support/tickets/", Shop.value("SELECT max(id) || '' FROM conversation" + own));
    numbers.put("/wishlists/", Shop.number("SELECT max(id) FROM wishlist" + own));
    return numbers;
  }

  /** Somebody new who has one of everything. */
  private static Shop.Visitor customer() throws Exception {
    String email = Customers.newEmail();
    Shop.Visitor visitor = Customers.signedIn(email);
    assertThat(
            visitor.post(API + "/me/addresses", BODIES.get("put /me/addresses/{id}")).statusCode())
        .isEqualTo(201);
    visitor.call("PUT", Shop.uri(API + "/wishlist/" + anySku()), "");
    Shop.sql(
        """
        INSERT INTO passkey (id, customer_id, credential_id, user_handle, credential, sign_count, backup_eligible,
               backed_up, transports, name, created_at)
        SELECT -id, id, sha256(email::bytea), sha256(email::bytea), '-', 0, false, false, '', 'Key', now()
          FROM customer WHERE email = '%s'
        """
            .formatted(email));
    assertThat(
            visitor
                .post(
                    API + "/support/tickets",
                    "{\"subject\":\"Mine\",\"message\":\"Of nobody else\"}")
                .statusCode())
        .isEqualTo(201);
    Shop.sql(
        """
        INSERT INTO chat_file (id, conversation_id, is_of_agent, name, type, content)
        SELECT gen_random_uuid(), c.id, false, 'mine.pdf', 'application/pdf', '%%PDF-1.4'::bytea
          FROM conversation c JOIN customer p ON p.id = c.customer_id WHERE p.email = '%s'
        """
            .formatted(email));
    order(visitor, email);
    return visitor;
  }

  /** An order, and what its buyer says of what came. */
  private static void order(Shop.Visitor visitor, String email) throws IOException {
    visitor.post(API + "/cart/lines", "{\"sku\":\"%s\",\"quantity\":1}".formatted(anySku()));
    HttpResponse<String> placed =
        visitor.send(
            HttpRequest.newBuilder(Shop.uri(API + "/checkout"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Buyer.key())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Buyer.body("tok_approved").build().toString())));
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    Shop.sql(
        """
        INSERT INTO review (product_id, order_number, position, customer_id, buyer, stars, title, body, language,
               shown_name, status_by)
        SELECT v.product_id, o.number, l.position, o.customer_id, 'customer:' || o.customer_id, 5, 'Good', 'Very good',
               'en', 'Jo', 'customer'
          FROM shop_order o JOIN order_line l ON l.order_number = o.number JOIN product_variant v ON v.sku = l.sku
          JOIN customer c ON c.id = o.customer_id
         WHERE c.email = '%s'
        """
            .formatted(email));
  }

  private static String anySku() throws IOException {
    return Shop.json(Shop.visitor().get(API + "/products/court-pro-basketball"))
        .getJsonArray("variants")
        .getJsonObject(0)
        .getString("sku");
  }
}
