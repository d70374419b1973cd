package shop.emporium.web.catalog;

import jakarta.faces.component.FacesComponent;
import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.ListComponent;
import shop.emporium.web.shared.Markup;

/**
 * {@code s:categoryCounts}: where else to look, each category with how much of the list is in it, a
 * {@code li} of the list around them.
 */
@FacesComponent(CategoryCounts.TYPE)
public class CategoryCounts extends ListComponent {

  public static final String TYPE = "shop.emporium.CategoryCounts";

  @Override
  protected void write(Markup markup, Locale locale) {
    Listing listing = attribute("listing", Listing.class);
    List<?> items = attribute("items", List.class);
    for (Object item : items) {
      CategoryNode category = (CategoryNode) item;
      boolean here = category.slug().equals(listing.query().category());
      markup
          .raw("<li><a")
          .attribute("href", listing.hrefIn(category.slug()))
          .attribute("aria-current", here ? "page" : null)
          .raw(">")
          .text(category.name())
          .raw(" <span>")
          .text(Format.count(listing.countIn(category.slug()), locale))
          .raw("</span></a></li>");
    }
  }
}
