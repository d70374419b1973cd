package shop.emporium.web.catalog;

import java.io.PrintWriter;
import shop.emporium.web.shared.PageHead;
import shop.emporium.web.shared.PageLanguage;

/**
 * Writes one list of a sitemap. A page is named once in each language, with the addresses that it
 * has in all of them.
 */
final class SitemapUrls {

  private static final String BEGIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
      """;

  private final PrintWriter out;
  private final String origin;
  private boolean begun;

  SitemapUrls(PrintWriter out, String origin) {
    this.out = out;
    this.origin = PageHead.escaped(origin);
  }

  /**
   * Names a page.
   *
   * @param path its address without a language; letters, digits and hyphens between slashes
   * @param changed when it changed last, in ISO 8601, or null
   */
  void add(String path, String changed) {
    if (!begun) {
      out.write(BEGIN);
      begun = true;
    }
    StringBuilder others = new StringBuilder();
    PageLanguage.ALL.forEach(code -> others.append(alternate(code, "/" + code + path)));
    others.append(alternate("x-default", "/" + PageLanguage.ALL.get(0) + path));
    for (String code : PageLanguage.ALL) {
      out.write("<url><loc>" + origin + "/" + code + path + "</loc>");
      if (changed != null) {
        out.write("<lastmod>" + changed + "</lastmod>");
      }
      out.write(others + "</url>\n");
    }
  }

  private String alternate(String language, String path) {
    return "<xhtml:link rel=\"alternate\" hreflang=\""
        + language
        + "\" href=\""
        + origin
        + path
        + "\"/>";
  }

  /** Whether nothing has been named, and so nothing written. */
  boolean isEmpty() {
    return !begun;
  }

  /** Ends the list. */
  void end() {
    out.write("</urlset>\n");
  }
}
