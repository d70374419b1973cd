package shop.emporium.ejb.payment.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks as much of Stripe's published API as the shop uses: payment intents, sessions, refunds,
 * search by metadata, idempotency keys and the shape of its errors.
 */
final class StripeStub implements AutoCloseable {

  private static final Pattern ID =
      Pattern.compile("/v1/[a-z_/]+?/((?:pi|cs|re)_[0-9]+)(/[a-z]+)?");

  final List<String> calls = new CopyOnWriteArrayList<>();
  final Map<String, Thing> things = new ConcurrentHashMap<>();

  /** Answers that were given, by the idempotency key of their call. */
  private final Map<String, Reply> given = new ConcurrentHashMap<>();

  private final HttpServer server;
  private volatile boolean isDeaf;

  /** Something that Stripe keeps. */
  static final class Thing {
    final String id;
    final Map<String, String> sent;
    volatile String status;
    volatile String intent;
    final AtomicLong refunded = new AtomicLong();

    Thing(String id, Map<String, String> sent, String status) {
      this.id = id;
      this.sent = sent;
      this.status = status;
    }
  }

  private record Reply(int status, String body) {}

  StripeStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on does what it is asked for, and its answer is lost. */
  void loseAnswers(boolean isLost) {
    isDeaf = isLost;
  }

  private void handle(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    Map<String, String> sent = new HashMap<>();
    read(sent, call.getRequestURI().getRawQuery());
    read(sent, new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String key = call.getRequestHeaders().getFirst("Idempotency-Key");
    calls.add(call.getRequestMethod() + " " + path);
    boolean isKnown = key != null && call.getRequestMethod().equals("POST");
    Reply reply =
        "Bearer sk_test_stub".equals(call.getRequestHeaders().getFirst("Authorization"))
            ? isKnown
                ? given.computeIfAbsent(
                    path + key, k -> answer(call.getRequestMethod(), path, sent))
                : answer(call.getRequestMethod(), path, sent)
            : error(401, "invalid_request_error", "api_key_invalid", "", "");
    if (isDeaf) {
      call.close();
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(reply.status(), body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private static void read(Map<String, String> sent, String form) {
    if (form == null || form.isEmpty()) {
      return;
    }
    for (String pair : List.of(form.split("&", -1))) {
      int middle = pair.indexOf('=');
      sent.put(
          URLDecoder.decode(pair.substring(0, middle), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(middle + 1), StandardCharsets.UTF_8));
    }
  }

  private Reply answer(String method, String path, Map<String, String> sent) {
    Matcher one = ID.matcher(path);
    if (one.matches()) {
      Thing thing = things.get(one.group(1));
      return thing == null
          ? error(404, "invalid_request_error", "resource_missing", "", "")
          : move(thing, one.group(2));
    }
    return switch (method + " " + path) {
      case "POST /v1/payment_intents" -> charge(sent);
      case "POST /v1/checkout/sessions" -> {
        Thing session = new Thing("cs_" + things.size(), sent, "open");
        things.put(session.id, session);
        yield ok(session);
      }
      case "POST /v1/refunds" -> refund(sent);
      case "GET /v1/payment_intents/search" ->
          list(
              things.values().stream()
                  .filter(thing -> thing.id.startsWith("pi_"))
                  .filter(
                      thing -> sent.get("query").contains(thing.sent.get("metadata[reference]")))
                  .toList(),
              "search_result");
      case "GET /v1/refunds" ->
          list(
              things.values().stream().filter(thing -> thing.id.startsWith("re_")).toList(),
              "list");
      default -> error(404, "invalid_request_error", "resource_missing", "", "");
    };
  }

  private Reply charge(Map<String, String> sent) {
    String card = sent.get("payment_method");
    if (card.equals("pm_nonsense")) {
      return error(400, "invalid_request_error", "resource_missing", "", "");
    }
    String status =
        switch (card) {
          case "pm_card_visa" -> "succeeded";
          case "pm_card_authenticationRequired" -> "requires_action";
          case "pm_card_hold" -> "requires_capture";
          default -> "requires_payment_method";
        };
    Thing intent = new Thing("pi_" + things.size(), sent, status);
    things.put(intent.id, intent);
    if (status.equals("requires_payment_method")) {
      String why =
          card.equals("pm_card_visa_chargeDeclinedInsufficientFunds")
              ? "insufficient_funds"
              : "generic_decline";
      return error(402, "card_error", "card_declined", why, json(intent));
    }
    return ok(intent);
  }

  private Reply move(Thing thing, String verb) {
    if (verb == null) {
      return ok(thing);
    }
    boolean isOver = List.of("succeeded", "canceled", "complete", "expired").contains(thing.status);
    if (isOver) {
      return error(
          400, "invalid_request_error", "payment_intent_unexpected_state", "", json(thing));
    }
    thing.status =
        switch (verb) {
          case "/capture" -> "succeeded";
          case "/cancel" -> "canceled";
          default -> "expired";
        };
    return ok(thing);
  }

  private Reply refund(Map<String, String> sent) {
    Thing intent = things.get(sent.get("payment_intent"));
    long amount = Long.parseLong(sent.get("amount"));
    if (intent.refunded.get() + amount > Long.parseLong(intent.sent.get("amount"))) {
      return error(400, "invalid_request_error", "charge_already_refunded", "", "");
    }
    intent.refunded.addAndGet(amount);
    Thing refund = new Thing("re_" + things.size(), sent, "succeeded");
    things.put(refund.id, refund);
    return ok(refund);
  }

  private static Reply ok(Thing thing) {
    return new Reply(200, json(thing));
  }

  private static Reply list(List<Thing> found, String kind) {
    List<String> bodies = new ArrayList<>();
    found.forEach(thing -> bodies.add(json(thing)));
    return new Reply(
        200,
        "{\"object\":\"%s\",\"has_more\":false,\"url\":\"/\",\"data\":[%s]}"
            .formatted(kind, String.join(",", bodies)));
  }

  private static Reply error(int status, String type, String code, String why, String intent) {
    String about = intent.isEmpty() ? "" : ",\"payment_intent\":" + intent;
    String decline = why.isEmpty() ? "" : ",\"decline_code\":\"" + why + "\"";
    return new Reply(
        status,
        "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"No\"%s%s}}"
            .formatted(type, code, decline, about));
  }

  /** A thing as Stripe shows it. */
  static String json(Thing thing) {
    String metadata =
        "{\"reference\":\"%s\",\"flow\":\"%s\"}"
            .formatted(thing.sent.get("metadata[reference]"), thing.sent.get("metadata[flow]"));
    String kind = thing.id.substring(0, 2);
    return switch (kind) {
      case "pi" ->
          ("{\"object\":\"payment_intent\",\"id\":\"%s\",\"status\":\"%s\",\"amount\":%s,\"amount_received\":%s,"
                  + "\"amount_capturable\":%s,\"currency\":\"%s\",\"metadata\":%s%s}")
              .formatted(
                  thing.id,
                  thing.status,
                  thing.sent.get("amount"),
                  thing.status.equals("succeeded") ? thing.sent.get("amount") : "0",
                  thing.status.equals("requires_capture") ? thing.sent.get("amount") : "0",
                  thing.sent.get("currency"),
                  metadata,
                  switch (thing.status) {
                    case "requires_action" ->
                        ",\"next_action\":{\"type\":\"redirect_to_url\",\"redirect_to_url\":{\"url\":\"https://hooks.stripe.example/3ds\"}}";
                    case "requires_payment_method" ->
                        ",\"last_payment_error\":{\"code\":\"card_declined\"}";
                    default -> "";
                  });
      case "cs" ->
          ("{\"object\":\"checkout.session\",\"id\":\"%s\",\"status\":\"%s\",\"payment_status\":\"%s\",\"amount_total\":%s,"
                  + "\"currency\":\"%s\",\"metadata\":%s,\"payment_intent\":%s,\"url\":%s}")
              .formatted(
                  thing.id,
                  thing.status,
                  thing.status.equals("complete") ? "paid" : "unpaid",
                  thing.sent.get("line_items[0][price_data][unit_amount]"),
                  thing.sent.get("line_items[0][price_data][currency]"),
                  metadata,
                  thing.intent == null ? "null" : "\"" + thing.intent + "\"",
                  thing.status.equals("open")
                      ? "\"https://checkout.stripe.example/" + thing.id + "\""
                      : "null");
      default ->
          "{\"object\":\"refund\",\"id\":\"%s\",\"status\":\"%s\",\"metadata\":%s}"
              .formatted(thing.id, thing.status, metadata);
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
