package shop.emporium.web.review;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.review.ReviewAuthor;
import shop.emporium.ejb.review.ReviewFields;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.PageLanguage;

/** What calls about reviews send. */
final class ReviewBody {

  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final JsonFields fields;
  private final JsonObject body;

  private ReviewBody(JsonFields fields, JsonObject body) {
    this.fields = fields;
    this.body = body;
  }

  /** A body, or none, which is as good as an empty one. */
  static ReviewBody of(JsonValue body) {
    JsonValue there = body == null || body == JsonValue.NULL ? JsonValue.EMPTY_JSON_OBJECT : body;
    JsonFields fields = JsonFields.of(there);
    return new ReviewBody(fields, (JsonObject) there);
  }

  /** The review that it holds; the contract of the service checks what that says. */
  ReviewFields review() {
    Optional<Integer> stars = number("stars");
    if (stars.isEmpty() && !fields.has("stars")) {
      fields.refuse("stars", "is missing");
    }
    ReviewFields typed =
        ReviewFields.typed(
            stars.orElse(0),
            fields.text("title"),
            fields.text("text"),
            fields.optionalText("shownName").orElse(""),
            fields.optionalText("language").orElse(PageLanguage.ALL.get(0)));
    fields.check();
    return typed;
  }

  /** The guest who sends it, if the body names an order and what opens it. */
  Optional<ReviewAuthor> guest() {
    Optional<OrderNumber> order =
        fields.optionalText("order").filter(text -> text.length() < 30).flatMap(OrderNumber::parse);
    Optional<Secret> link = fields.optionalText("key").flatMap(Secret::parse);
    fields.check();
    return order.isPresent() && link.isPresent()
        ? Optional.of(ReviewAuthor.guest(order.get(), link.get()))
        : Optional.empty();
  }

  /** What was read by whoever decides. */
  Optional<Integer> revision() {
    Optional<Integer> revision = number("revision");
    fields.check();
    return revision;
  }

  /** Why; empty where nothing is said. */
  String why() {
    String why = fields.optionalText("why").orElse("").strip();
    fields.check();
    return why;
  }

  private Optional<Integer> number(String field) {
    JsonValue value = body.get(field);
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.bigDecimalValue().abs().compareTo(MOST) <= 0) {
      return Optional.of(number.intValue());
    }
    if (value != null) {
      fields.refuse(field, "must be a whole number");
    }
    return Optional.empty();
  }
}
