package shop.emporium.web.catalog;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import shop.emporium.domain.catalog.StockLevel;
import shop.emporium.ejb.catalog.ProductSummary;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.ListComponent;
import shop.emporium.web.shared.Markup;
import shop.emporium.web.shared.PageText;

/** {@code s:productCards}: the cards of products, each a {@code li} of the list around them. */
@FacesComponent(ProductCards.TYPE)
public class ProductCards extends ListComponent {

  public static final String TYPE = "shop.emporium.ProductCards";

  /** How wide a card's picture is on screens of different widths, see store.css. */
  private static final String SIZES = "(min-width: 1024px) 208px, (min-width: 768px) 30vw, 45vw";

  @Override
  protected void write(Markup markup, Locale locale) {
    List<?> items = attribute("items", List.class);
    String base = textAttribute("base");
    Object language = getAttributes().get("lang");
    String first = textAttribute("soon");
    int soon = first.isEmpty() ? 0 : Integer.parseInt(first);
    String standIn = textAttribute("standIn");
    Heart heart = Heart.of(textAttribute("sprite"), PageText.of("wish.heart", locale));
    for (int i = 0; items != null && i < items.size(); i++) {
      new Card(
              markup,
              locale,
              (ProductSummary) items.get(i),
              base,
              (String) language,
              standIn,
              heart)
          .write(i < soon);
    }
  }

  /**
   * The button by which somebody wishes for a product: of the one form of the page for all of them,
   * so that a card has no form of its own.
   *
   * @param before what stands before the name that screen readers say
   * @param drawing what is the same for all cards
   */
  private record Heart(String before, String drawing) {

    static Heart of(String sprite, String words) {
      return new Heart(
          words,
          new Markup()
              .raw("><svg class=\"icon\" aria-hidden=\"true\"><use")
              .attribute("href", sprite + "#i-heart")
              .raw(" /></svg></button>")
              .toString());
    }

    void write(Markup markup, ProductSummary product) {
      markup
          .raw("<button class=\"icon-btn card__wish\" form=\"wish\" name=\"product\"")
          .attribute("value", product.slug())
          .attribute("aria-label", before + product.name())
          .raw(drawing);
    }
  }

  /** One card on its way into the page. */
  private record Card(
      Markup markup,
      Locale locale,
      ProductSummary product,
      String base,
      String language,
      String standIn,
      Heart heart) {

    void write(boolean soon) {
      markup
          .raw("<li class=\"card")
          .raw(product.stock() == StockLevel.SOLD_OUT ? " card--out" : "")
          .raw("\"><div class=\"card__media\">");
      picture(soon);
      badge();
      heart.write(markup, product);
      markup
          .raw("</div><p class=\"card__brand\">")
          .text(product.brand())
          .raw("</p><h3 class=\"card__name\"><a")
          .attribute("href", base + "/product/" + product.slug())
          .attribute("lang", language)
          .raw(">")
          .text(product.name())
          .raw("</a></h3>");
      rating();
      price();
      stock();
      markup.raw("</li>");
    }

    private void picture(boolean soon) {
      PictureTag.write(markup, product.picture(), SIZES, soon, standIn);
    }

    private void badge() {
      if (product.onSale()) {
        markup
            .raw("<span class=\"badge card__badge badge--sale\">")
            .text(filled("price.discount", product.discountPercent()))
            .raw("</span>");
      } else if (product.fresh()) {
        markup
            .raw("<span class=\"badge card__badge badge--new\">")
            .text(text("product.new"))
            .raw("</span>");
      }
    }

    private void rating() {
      if (product.ratings() == 0) {
        markup.raw("<p class=\"rating rating--none\"></p>");
        return;
      }
      BigDecimal average = product.rating();
      String shown = Format.average(average, locale);
      markup
          .raw("<p class=\"rating\"><svg class=\"stars\" viewBox=\"0 0 80 16\" role=\"img\"")
          .attribute("aria-label", filled("stars.label", shown))
          .raw("><g clip-path=\"url(#five-stars)\">")
          .raw("<rect class=\"stars__off\" width=\"80\" height=\"16\" /><rect class=\"stars__on\"")
          .attribute("width", Format.stars(average))
          .raw(" height=\"16\" /></g></svg><span>")
          .text(shown)
          .raw(" <span aria-hidden=\"true\">(")
          .text(Format.count(product.ratings(), locale))
          .raw(")</span><span class=\"sr\">")
          .text(filled("stars.ratings", product.ratings()))
          .raw("</span></span></p>");
    }

    private void price() {
      String now = Format.money(product.price(), locale);
      markup.raw("<p class=\"price").raw(product.onSale() ? " price--sale\">" : "\">");
      if (product.onSale()) {
        markup.raw("<span class=\"sr\">").text(text("price.now")).raw("</span>");
      }
      markup
          .raw("<strong>")
          .text(product.priceVaries() ? filled("price.from", now) : now)
          .raw("</strong>");
      if (product.onSale()) {
        markup
            .raw("<span class=\"sr\">")
            .text(text("price.before"))
            .raw("</span><s>")
            .text(Format.money(product.formerPrice(), locale))
            .raw("</s>");
      }
      markup.raw("</p>");
    }

    private void stock() {
      switch (product.stock()) {
        case SOLD_OUT -> stock("bad", text("stock.out"));
        case LOW -> stock("warn", filled("stock.low", product.available()));
        case IN_STOCK -> {
          if (product.someLow()) {
            stock("warn", text("stock.some-low"));
          } else {
            stock("good", text("stock.in"));
          }
        }
      }
    }

    private void stock(String level, String words) {
      markup.raw("<p class=\"stock ").raw(level).raw("\">").text(words).raw("</p>");
    }

    private String text(String key) {
      return PageText.of(key, locale);
    }

    private String filled(String key, Object value) {
      return Format.fill1(text(key), locale, value);
    }
  }
}
