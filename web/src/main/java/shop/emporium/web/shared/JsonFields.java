package shop.emporium.web.shared;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of a JSON body with suspicion, and collects what is wrong with them: take all
 * fields, then {@link #check}. What texts may say is for the service's contract to check.
 *
 * <pre>
 * JsonFields fields = JsonFields.of(body);
 * String email = fields.text("email");
 * fields.check();
 * </pre>
 */
public final class JsonFields {

  private final JsonObject body;
  private final List<Problem.Violation> violations = new ArrayList<>();

  private JsonFields(JsonObject body) {
    this.body = body;
  }

  /**
   * The fields of a body.
   *
   * @throws ProblemException when it is no JSON object
   */
  public static JsonFields of(JsonValue body) {
    if (body instanceof JsonObject object) {
      return new JsonFields(object);
    }
    throw new ProblemException(Problem.badRequest("The body has to be a JSON object."));
  }

  /** Whether a field is there, whatever it is. */
  public boolean has(String field) {
    return body.containsKey(field);
  }

  /** A text that must be there; empty when it is wrong, which {@link #check} will tell. */
  public String text(String field) {
    Optional<String> text = optionalText(field);
    if (text.isEmpty() && !has(field)) {
      violations.add(new Problem.Violation(field, "is missing"));
    }
    return text.orElse("");
  }

  /** A text that may be missing. */
  public Optional<String> optionalText(String field) {
    JsonValue value = body.get(field);
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    if (value != null) {
      violations.add(new Problem.Violation(field, "must be a text"));
    }
    return Optional.empty();
  }

  /** True or false; a field that is missing is false. */
  public boolean flag(String field) {
    JsonValue value = body.get(field);
    if (value == null || value.equals(JsonValue.FALSE)) {
      return false;
    }
    if (!value.equals(JsonValue.TRUE)) {
      violations.add(new Problem.Violation(field, "must be true or false"));
    }
    return true;
  }

  /** An object; an empty one when it is wrong, which {@link #check} will tell. */
  public JsonObject object(String field) {
    JsonValue value = body.get(field);
    if (value instanceof JsonObject object) {
      return object;
    }
    violations.add(
        new Problem.Violation(field, value == null ? "is missing" : "must be an object"));
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** Says that a field is not taken, and why. */
  public void refuse(String field, String why) {
    violations.add(new Problem.Violation(field, why));
  }

  /**
   * Ends the request when a field was wrong.
   *
   * @throws ProblemException with a violation for each
   */
  public void check() {
    if (!violations.isEmpty()) {
      throw new ProblemException(Problem.invalid(List.copyOf(violations)));
    }
  }
}
