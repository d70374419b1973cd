package shop.emporium.web.shared;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Locale;

/**
 * A component that writes a long list at once.
 *
 * <p>A list of Facelets tags costs an object and some expressions for each item of each request; in
 * the pages that people look at most this was nine tenths of a node's work.
 */
public abstract class ListComponent extends UIComponentBase {

  @Override
  public String getFamily() {
    return "shop.emporium.lists";
  }

  @Override
  public void encodeEnd(FacesContext context) throws IOException {
    if (isRendered()) {
      Markup markup = new Markup();
      write(markup, context.getViewRoot().getLocale());
      context.getResponseWriter().write(markup.toString());
    }
  }

  /** Writes the list in a language. */
  protected abstract void write(Markup markup, Locale locale);

  /** The value of an attribute of the tag, or null. */
  protected <T> T attribute(String name, Class<T> type) {
    return type.cast(getAttributes().get(name));
  }

  /** The value of an attribute that is a text; empty when it is not given. */
  protected String textAttribute(String name) {
    Object value = getAttributes().get(name);
    return value == null ? "" : value.toString();
  }
}
