package shop.emporium.web.shared;

import org.owasp.encoder.Encode;

/**
 * HTML under construction, for the few components that write long lists themselves. What comes from
 * elsewhere goes through {@link #text} or {@link #attribute}, which escape it.
 */
public final class Markup {

  private final StringBuilder html = new StringBuilder(8192);

  /** Markup that stands in the code, or was made by another method of this class. */
  public Markup raw(String markup) {
    html.append(markup);
    return this;
  }

  /** A text; nothing for null. */
  public Markup text(String text) {
    if (text != null) {
      html.append(Encode.forHtml(text));
    }
    return this;
  }

  /** An attribute with a space before it; none at all for null. */
  public Markup attribute(String name, String value) {
    if (value != null) {
      html.append(' ')
          .append(name)
          .append("=\"")
          .append(Encode.forHtmlAttribute(value))
          .append('"');
    }
    return this;
  }

  public Markup attribute(String name, int value) {
    html.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  /** A drawing of the sprite, as {@code s:icon} shows it. */
  public Markup icon(String sprite, String name, String kind) {
    return raw("<svg class=\"icon icon--")
        .raw(kind)
        .raw("\" aria-hidden=\"true\"><use")
        .attribute("href", sprite + "#i-" + name)
        .raw(" /></svg>");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
