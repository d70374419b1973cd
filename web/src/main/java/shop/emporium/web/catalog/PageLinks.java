package shop.emporium.web.catalog;

import jakarta.faces.component.FacesComponent;
import java.util.Locale;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.ListComponent;
import shop.emporium.web.shared.Markup;
import shop.emporium.web.shared.PageText;

/** {@code s:pages}: the numbered pages of a list; nothing when there is one only. */
@FacesComponent(PageLinks.TYPE)
public class PageLinks extends ListComponent {

  public static final String TYPE = "shop.emporium.PageLinks";

  @Override
  protected void write(Markup markup, Locale locale) {
    Listing listing = attribute("listing", Listing.class);
    if (listing.result().pages() <= 1) {
      return;
    }
    String sprite = textAttribute("sprite");
    String before = PageText.of("pages.previous", locale);
    String after = PageText.of("pages.next", locale);
    markup
        .raw("<nav class=\"pages\"")
        .attribute("aria-label", PageText.of("pages.label", locale))
        .raw(">");
    open(markup, listing.previousHref(), "prev");
    markup.icon(sprite, "chev-l", "s").raw("<span class=\"pages__word\">").text(before);
    close(markup.raw("</span>"), listing.previousHref());
    for (Listing.PageLink link : listing.pageLinks()) {
      number(markup, link, locale);
    }
    open(markup, listing.nextHref(), "next");
    markup.raw("<span class=\"pages__word\">").text(after).raw("</span>");
    close(markup.icon(sprite, "chev-r", "s"), listing.nextHref());
    markup.raw("</nav>");
  }

  private static void number(Markup markup, Listing.PageLink link, Locale locale) {
    if (link.number() == null) {
      markup.raw("<span aria-hidden=\"true\">…</span>");
      return;
    }
    markup
        .raw("<a")
        .attribute("href", link.href())
        .attribute("aria-current", link.current() ? "page" : null)
        .attribute(
            "aria-label", Format.fill1(PageText.of("pages.number", locale), locale, link.number()))
        .raw(">")
        .text(link.number().toString())
        .raw("</a>");
  }

  /** A step to another page, or where one would be. */
  private static void open(Markup markup, String href, String relation) {
    if (href == null) {
      markup.raw("<span class=\"pages__step muted\" aria-disabled=\"true\">");
    } else {
      markup
          .raw("<a class=\"pages__step\"")
          .attribute("href", href)
          .attribute("rel", relation)
          .raw(">");
    }
  }

  private static void close(Markup markup, String href) {
    markup.raw(href == null ? "</span>" : "</a>");
  }
}
