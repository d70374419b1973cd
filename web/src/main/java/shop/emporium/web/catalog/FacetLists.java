package shop.emporium.web.catalog;

import jakarta.faces.component.FacesComponent;
import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.catalog.Facets.RatingFacet;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.ListComponent;
import shop.emporium.web.shared.Markup;
import shop.emporium.web.shared.PageText;

/** {@code s:facetLists}: brands, options and ratings to tick, with their counts. */
@FacesComponent(FacetLists.TYPE)
public class FacetLists extends ListComponent {

  public static final String TYPE = "shop.emporium.FacetLists";

  /** A star is 16 pixels wide. */
  private static final int STAR = 16;

  @Override
  protected void write(Markup markup, Locale locale) {
    Listing listing = attribute("listing", Listing.class);
    String sprite = textAttribute("sprite");
    for (FacetChoices facet : listing.choices()) {
      String name = facet.name() == null ? PageText.of("facet.brand", locale) : facet.name();
      open(markup, sprite, name, facet.open());
      checks(markup, locale, facet.field(), facet.first());
      if (!facet.more().isEmpty()) {
        markup
            .raw("<details class=\"facet__more\"><summary>")
            .text(Format.fill1(PageText.of("facet.more", locale), locale, facet.more().size()))
            .raw("</summary>");
        checks(markup, locale, facet.field(), facet.more());
        markup.raw("</details>");
      }
      markup.raw("</details>");
    }
    open(markup, sprite, PageText.of("facet.rating", locale), true);
    ratings(markup, locale, listing);
    markup.raw("</details>");
  }

  private static void open(Markup markup, String sprite, String name, boolean open) {
    markup
        .raw("<details class=\"facet\"")
        .raw(open ? " open=\"open\"><summary>" : "><summary>")
        .text(name)
        .icon(sprite, "chev-d", "s")
        .raw("</summary>");
  }

  private static void checks(
      Markup markup, Locale locale, String field, List<FacetChoices.Choice> choices) {
    markup.raw("<ul>");
    for (FacetChoices.Choice choice : choices) {
      markup.raw("<li>");
      input(markup, "checkbox", choice.id(), field, choice.slug(), choice.chosen());
      markup.raw("<span>").text(choice.name()).raw("</span>");
      count(markup, locale, choice.count());
    }
    markup.raw("</ul>");
  }

  private static void ratings(Markup markup, Locale locale, Listing listing) {
    markup.raw("<ul>");
    for (RatingFacet rating : listing.result().facets().ratings()) {
      String stars = Integer.toString(rating.stars());
      boolean chosen =
          listing.query().rating() != null && listing.query().rating() == rating.stars();
      markup.raw("<li>");
      input(markup, "radio", "rating-" + stars, "rating", stars, chosen);
      markup
          .raw("<svg class=\"stars\" viewBox=\"0 0 80 16\" aria-hidden=\"true\">")
          .raw("<g clip-path=\"url(#five-stars)\"><rect class=\"stars__off\" width=\"80\"")
          .raw(" height=\"16\" /><rect class=\"stars__on\"")
          .attribute("width", rating.stars() * STAR)
          .raw(" height=\"16\" /></g></svg><span>")
          .text(Format.fill1(PageText.of("facet.rating.up", locale), locale, rating.stars()))
          .raw("</span>");
      count(markup, locale, rating.count());
    }
    markup.raw("</ul>");
  }

  private static void input(
      Markup markup, String type, String id, String field, String value, boolean chosen) {
    markup
        .raw("<label class=\"check\"")
        .attribute("for", id)
        .raw("><input")
        .attribute("type", type)
        .attribute("id", id)
        .attribute("name", field)
        .attribute("value", value)
        .raw(chosen ? " checked=\"checked\"" : "")
        .raw(" data-submit=\"wide\" />");
  }

  private static void count(Markup markup, Locale locale, int count) {
    markup
        .raw("<span class=\"check__count\">")
        .text(Format.count(count, locale))
        .raw("</span></label></li>");
  }
}
