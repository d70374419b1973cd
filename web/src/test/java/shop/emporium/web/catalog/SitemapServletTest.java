package shop.emporium.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SitemapServletTest {

  @Test
  void aPageIsNamedInEveryLanguageWithAllItsAddresses() throws Exception {
    StringWriter written = new StringWriter();
    SitemapUrls urls = new SitemapUrls(new PrintWriter(written), "https://shop.example");
    assertThat(urls.isEmpty()).isTrue();
    urls.add("/product/red-lamp", "2026-11-25T10:00:00Z");
    urls.end();
    Document xml = parse(written.toString());
    assertThat(texts(xml, "loc"))
        .containsExactly(
            "https://shop.example/en/product/red-lamp", "https://shop.example/de/product/red-lamp");
    assertThat(texts(xml, "lastmod")).containsOnly("2026-11-25T10:00:00Z");
    assertThat(xml.getElementsByTagNameNS("*", "link").getLength()).isEqualTo(6);
    Element last = (Element) xml.getElementsByTagNameNS("*", "link").item(5);
    assertThat(last.getAttribute("hreflang")).isEqualTo("x-default");
    assertThat(last.getAttribute("href")).isEqualTo("https://shop.example/en/product/red-lamp");
  }

  @Test
  void theIndexNamesEveryList() throws Exception {
    Document xml = parse(SitemapServlet.index("https://shop.example", List.of(1L, 3L)));
    assertThat(texts(xml, "loc"))
        .containsExactly(
            "https://shop.example/sitemaps/pages.xml",
            "https://shop.example/sitemaps/categories.xml",
            "https://shop.example/sitemaps/products-1.xml",
            "https://shop.example/sitemaps/products-3.xml");
  }

  @Test
  void robotsStayOutOfCartsAndSearches() {
    assertThat(SitemapServlet.robots("https://shop.example"))
        .contains(
            "Disallow: /de/cart\n",
            "Disallow: /en/account\n",
            "Disallow: /login\n",
            "Disallow: /search?\n",
            "Disallow: /api/\n")
        .endsWith("Sitemap: https://shop.example/sitemap.xml\n");
  }

  private static List<String> texts(Document xml, String element) {
    return IntStream.range(0, xml.getElementsByTagNameNS("*", element).getLength())
        .mapToObj(i -> xml.getElementsByTagNameNS("*", element).item(i).getTextContent())
        .toList();
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }
}
