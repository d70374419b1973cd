package shop.emporium.web.catalog;

import jakarta.faces.component.FacesComponent;
import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.web.shared.ListComponent;
import shop.emporium.web.shared.Markup;

/**
 * {@code s:categoryLinks}: links to categories, each a {@code li} of the list around them; every
 * page has three such lists.
 */
@FacesComponent(CategoryLinks.TYPE)
public class CategoryLinks extends ListComponent {

  public static final String TYPE = "shop.emporium.CategoryLinks";

  @Override
  protected void write(Markup markup, Locale locale) {
    List<?> path = attribute("path", List.class);
    write(
        markup,
        attribute("items", List.class),
        textAttribute("base") + "/category/",
        path == null ? List.of() : path,
        "true".equals(textAttribute("below")));
  }

  private static void write(
      Markup markup, List<?> items, String start, List<?> path, boolean below) {
    for (Object item : items) {
      CategoryNode category = (CategoryNode) item;
      markup
          .raw("<li><a")
          .attribute("href", start + category.slug())
          .attribute("aria-current", path.contains(category) ? "true" : null)
          .raw(">")
          .text(category.name())
          .raw("</a>");
      if (below && !category.children().isEmpty()) {
        markup.raw("<ul>");
        write(markup, category.children(), start, path, true);
        markup.raw("</ul>");
      }
      markup.raw("</li>");
    }
  }
}
