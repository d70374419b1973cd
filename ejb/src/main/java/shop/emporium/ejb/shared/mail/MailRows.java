package shop.emporium.ejb.shared.mail;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.owasp.encoder.Encode;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * A table of two columns in a mail: what was bought and what it costs, or where to pay.
 *
 * <pre>
 * new MailRows().add("Lamp, Red", "€40.00").named("total", "€44.90").json()
 * </pre>
 *
 * <p>Words that are the shop's own are named by their key, {@code row.total}, and written in the
 * language of the mail when it is sent. What people typed is made harmless here as in {@link
 * MailDraft}.
 */
public final class MailRows {

  /** The most rows; what comes beyond them is counted. */
  private static final int MOST = 40;

  private static final int LONGEST = 200;

  /** A row: a text of its own, or the key of one with what fills it in. */
  private record Row(String key, List<String> label, String value) {}

  private final List<Row> rows = new ArrayList<>();
  private int leftOut;

  /** Adds a row whose label is a text of its own, such as the name of a product. */
  public MailRows add(String label, String value) {
    return add(new Row("", List.of(clean(label)), clean(value)));
  }

  /**
   * Adds a row whose label is one of the shop's words.
   *
   * @param key of the text, without {@code row.}
   * @param with what fills it in
   */
  public MailRows named(String key, String value, String... with) {
    return add(new Row(key, List.of(with).stream().map(MailRows::clean).toList(), clean(value)));
  }

  private MailRows add(Row row) {
    if (rows.size() < MOST || !row.key().isEmpty()) {
      rows.add(row);
    } else {
      leftOut++;
    }
    return this;
  }

  private static String clean(String text) {
    return MailDraft.line(text, LONGEST);
  }

  /** The value {@code rows} of a mail. */
  public String json() {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    rows.forEach(row -> all.add(json(row)));
    if (leftOut > 0) {
      all.add(json(new Row("more", List.of(String.valueOf(leftOut)), "")));
    }
    return all.build().toString();
  }

  private static JsonArrayBuilder json(Row row) {
    JsonArrayBuilder label = JSON.createArrayBuilder();
    row.label().forEach(label::add);
    return JSON.createArrayBuilder().add(row.key()).add(label).add(row.value());
  }

  /** The table that a mail has; an empty one where it has none. */
  static MailRows read(String json) {
    MailRows read = new MailRows();
    if (!json.isEmpty()) {
      for (JsonArray row : JsonCodec.array(json).getValuesAs(JsonArray.class)) {
        List<String> label =
            row.getJsonArray(1).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
        read.rows.add(new Row(row.getString(0), label, row.getString(2)));
      }
    }
    return read;
  }

  /** As lines of text; empty without rows. */
  String text(MailTexts texts) {
    return rows.stream()
        .map(row -> join(label(row, texts), row.value()))
        .collect(Collectors.joining("\n"));
  }

  private static String join(String label, String value) {
    return value.isEmpty() ? label : label + ": " + value;
  }

  /** As rows of a table; empty without rows. */
  String html(MailTexts texts) {
    StringBuilder html = new StringBuilder();
    for (Row row : rows) {
      boolean isSum = row.key().equals("total");
      html.append("<tr>")
          .append(cell(label(row, texts), "left", isSum))
          .append(cell(row.value(), "right", isSum))
          .append("</tr>\n");
    }
    return html.toString();
  }

  private static String cell(String text, String side, boolean isSum) {
    return "<td class=\"ink rule\" align=\""
        + side
        + "\" style=\"padding: 8px 0; border-top: 1px solid #e4e4e9; color: #1b1b1f; font-size: 14px; line-height: 20px;"
        + " overflow-wrap: anywhere;"
        + (side.equals("right") ? " padding-left: 16px;" : "")
        + (isSum ? " font-weight: 600;" : "")
        + "\">"
        + Encode.forHtml(text)
        + "</td>";
  }

  private static String label(Row row, MailTexts texts) {
    return row.key().isEmpty()
        ? row.label().get(0)
        : texts.get("row." + row.key(), row.label().toArray());
  }
}
