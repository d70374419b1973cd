package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * What a page tells search engines and those who show a link to it: its one address, its other
 * languages, title, text and picture, and what it is about in terms of schema.org.
 *
 * <p>Written here as one piece of HTML, since each component of a page costs time. A page without
 * an address of its own, such as a search, asks not to be listed.
 */
@Named("head")
@RequestScoped
public class PageHead {

  private static final Map<String, String> OPEN_GRAPH_LOCALES =
      Map.of("en", "en_GB", "de", "de_DE");

  @Inject private HttpServletRequest request;
  @Inject private StoreSettings settings;
  @Inject private PageLanguage language;

  private final List<Supplier<String>> data = new ArrayList<>();
  private String type = "website";
  private String picture;

  /** Says of what kind the page is, by Open Graph's names: {@code website} unless told. */
  public void is(String kind) {
    type = kind;
  }

  /**
   * Chooses the picture that stands for the page, by its file name under /media/; null for none.
   */
  public void show(String file) {
    picture = file;
  }

  /**
   * Adds a description in terms of schema.org, JSON that may stand in a page as it is; made when
   * the page is.
   */
  public void add(Supplier<String> harmlessJson) {
    data.add(harmlessJson);
  }

  /** Scheme and host of the shop: the setting, or what the visitor typed. */
  public String origin() {
    return settings.url().orElseGet(() -> request.getScheme() + "://" + request.getHeader("Host"));
  }

  /** The address of every page in the language of this one, up to its path. */
  public String site() {
    return origin() + "/" + language.getCode();
  }

  /** The language of this page. */
  public PageLanguage language() {
    return language;
  }

  /**
   * The lines for the head of a page.
   *
   * @param title of the page
   * @param description in a sentence or two, or null
   * @param path the page's one address without language, such as {@code /help}, or null when it
   *     shall not be listed
   */
  public String html(String title, String description, String path) {
    StringBuilder html = new StringBuilder(1000);
    if (isSaid(description)) {
      html.append(meta("name", "description", description));
    }
    if (isSaid(path)) {
      place(html, path);
    } else {
      html.append(meta("name", "robots", "noindex, follow"));
    }
    share(html, title, description);
    data.forEach(
        json ->
            html.append("<script type=\"application/ld+json\">")
                .append(json.get())
                .append("</script>"));
    return html.toString();
  }

  private void place(StringBuilder html, String path) {
    html.append(link("canonical", "", site() + path));
    for (String code : PageLanguage.ALL) {
      html.append(link("alternate", code, origin() + "/" + code + path));
    }
    // An address of its own: the one without a language is another form of it, not another page.
    html.append(link("alternate", "x-default", origin() + "/" + PageLanguage.ALL.get(0) + path));
    html.append(meta("property", "og:url", site() + path));
  }

  private void share(StringBuilder html, String title, String description) {
    html.append(meta("property", "og:title", title))
        .append(meta("property", "og:type", type))
        .append(meta("property", "og:site_name", PageText.of("shop.name", language.getLocale())));
    if (isSaid(description)) {
      html.append(meta("property", "og:description", description));
    }
    if (picture != null) {
      html.append(meta("property", "og:image", origin() + "/media/" + picture));
    }
    html.append(meta("property", "og:locale", OPEN_GRAPH_LOCALES.get(language.getCode())));
    PageLanguage.ALL.stream()
        .filter(code -> !code.equals(language.getCode()))
        .forEach(
            code ->
                html.append(meta("property", "og:locale:alternate", OPEN_GRAPH_LOCALES.get(code))));
    html.append(meta("name", "twitter:card", "summary"));
  }

  private static boolean isSaid(String text) {
    return text != null && !text.isBlank();
  }

  private static String meta(String kind, String name, String content) {
    return "<meta " + kind + "=\"" + name + "\" content=\"" + escaped(content) + "\" />\n";
  }

  private static String link(String relation, String language, String address) {
    return "<link rel=\""
        + relation
        + (language.isEmpty() ? "" : "\" hreflang=\"" + language)
        + "\" href=\""
        + escaped(address)
        + "\" />\n";
  }

  /** A text as it may stand between double quotes in HTML or XML. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
