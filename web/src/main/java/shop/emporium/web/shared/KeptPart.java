package shop.emporium.web.shared;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.Consumer;

/** A part of a page that is known as HTML, or will be when it has been made this once. */
final class KeptPart extends UIComponentBase {

  private final String place;
  private final String html;
  private final Consumer<String> keep;

  /**
   * A part that is known.
   *
   * @param place in the pages' sources
   */
  KeptPart(String place, String html) {
    this.place = place;
    this.html = html;
    this.keep = null;
    setTransient(true);
  }

  /** A part that its children make, to be handed over when it is whole. */
  KeptPart(String place, Consumer<String> keep) {
    this.place = place;
    this.html = null;
    this.keep = keep;
    setTransient(true);
  }

  boolean isAt(String other) {
    return place.equals(other);
  }

  @Override
  public String getFamily() {
    return "shop.emporium.kept";
  }

  @Override
  public boolean getRendersChildren() {
    return true;
  }

  @Override
  public void encodeChildren(FacesContext context) throws IOException {
    ResponseWriter page = context.getResponseWriter();
    if (html != null) {
      page.write(html);
      return;
    }
    StringWriter made = new StringWriter();
    ResponseWriter aside = page.cloneWithWriter(made);
    context.setResponseWriter(aside);
    try {
      super.encodeChildren(context);
      aside.flush();
    } finally {
      context.setResponseWriter(page);
    }
    keep.accept(made.toString());
    page.write(made.toString());
  }
}
