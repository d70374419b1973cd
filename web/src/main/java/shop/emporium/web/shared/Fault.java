package shop.emporium.web.shared;

/**
 * Why a form was not taken, as pages say it: {@code text['fault.' + key]} with the value filled in.
 *
 * @param field the name of the field, empty when it is about the form as a whole
 * @param key of the text, without {@code fault.}
 * @param value what the text is filled with, or null
 */
public record Fault(String field, String key, Object value) {

  /** A fault of one field. */
  public static Fault in(String field, String key) {
    return new Fault(field, key, null);
  }

  /** A fault that no field is to blame for. */
  public static Fault of(String key, Object value) {
    return new Fault("", key, value);
  }
}
