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
    List<?> items = attribute("items", List.class);
    String address = textAttribute("base") + "/category/";
    String current = textAttribute("current");
    for (Object item : items) {
      CategoryNode category = (CategoryNode) item;
      markup
          .raw("<li><a")
          .attribute("href", address + category.slug())
          .attribute("aria-current", category.slug().equals(current) ? "true" : null)
          .raw(">")
          .text(category.name())
          .raw("</a></li>");
    }
  }
}
