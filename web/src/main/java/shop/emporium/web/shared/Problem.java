package shop.emporium.web.shared;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/**
 * A fault as the REST interface tells it: {@code application/problem+json} of RFC 9457.
 *
 * @param status HTTP status
 * @param type what kind of fault, a relative reference that a program can compare, such as {@code
 *     out-of-stock}
 * @param title the kind in words, the same for each fault of the kind
 * @param detail what is wrong this time and what to do, for people
 * @param violations which fields are wrong, may be empty
 */
public record Problem(
    int status, String type, String title, String detail, List<Violation> violations) {

  /** Media type of a problem. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** A field that is wrong, and how to mend it. */
  public record Violation(String field, String message) {}

  public static Problem of(int status, String type, String title, String detail) {
    return new Problem(status, type, title, detail, List.of());
  }

  public static Problem badRequest(String detail) {
    return of(400, "bad-request", "The request cannot be understood", detail);
  }

  public static Problem notFound(String detail) {
    return of(404, "not-found", "There is no such thing here", detail);
  }

  public static Problem invalid(List<Violation> violations) {
    return new Problem(
        400,
        "invalid",
        "Some values are not right",
        "See the violations for each field and how to mend it.",
        violations);
  }

  /** The problem for a status of which nothing else is known. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 400 ->
          badRequest("Check the address and the body against the description of the interface.");
      case 404 -> notFound("Check the address.");
      case 405 ->
          of(
              405,
              "method-not-allowed",
              "This address does not take this method",
              "See the Allow header.");
      case 406 ->
          of(
              406,
              "not-acceptable",
              "This address cannot answer in that form",
              "Ask for application/json.");
      case 413 -> of(413, "too-large", "The request is too large", "Send less than 64 KB.");
      case 415 ->
          of(
              415,
              "unsupported-media-type",
              "The body is of a kind not taken here",
              "Send application/json.");
      case 503 ->
          of(
              503,
              "unavailable",
              "Back in a moment",
              "The shop cannot reach its database. Try again in some seconds.");
      default ->
          status < 500
              ? of(
                  status,
                  "refused",
                  "The request was refused",
                  "Check it against the description of the interface.")
              : of(
                  status,
                  "fault",
                  "Something went wrong on our side",
                  "Try again; if it stays, tell us the request id.");
    };
  }

  /**
   * A call that must be repeatable came without a key, or with one that is none.
   *
   * @param title says what needs the key
   * @param what is made with it, such as {@code refund}
   */
  public static Problem keyRequired(String title, String what) {
    return of(
        400,
        "idempotency-key-required",
        title,
        "Send the header Idempotency-Key with a text of your own choice, 1 to 255 visible ASCII characters, such as a UUID: the same for each repetition of this call, another one for another "
            + what
            + ".");
  }

  public JsonObject toJson() {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("type", type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail);
    JsonArrayBuilder fields = JSON.createArrayBuilder();
    violations.forEach(
        violation ->
            fields.add(
                JSON.createObjectBuilder()
                    .add("field", violation.field())
                    .add("message", violation.message())));
    return json.add("violations", fields).build();
  }

  public Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(status)
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(toJson().toString());
    if (status == 503) {
      response.header(HttpHeaders.RETRY_AFTER, "5");
    }
    return response.build();
  }

  /** The same, and when to try again. */
  public Response toResponse(Duration retryAfter) {
    return Response.fromResponse(toResponse())
        .header(HttpHeaders.RETRY_AFTER, null)
        .header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds())
        .build();
  }
}
