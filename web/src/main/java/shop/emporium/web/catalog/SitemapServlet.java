package shop.emporium.web.catalog;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.SitemapEntry;
import shop.emporium.ejb.catalog.SitemapService;
import shop.emporium.web.shared.PageHead;

/**
 * Tells search engines which pages there are: {@code /robots.txt} names {@code /sitemap.xml}, which
 * names the lists under {@code /sitemaps/}.
 */
@WebServlet({"/robots.txt", "/sitemap.xml", "/sitemaps/*"})
public class SitemapServlet extends HttpServlet {

  private static final Pattern PRODUCTS = Pattern.compile("/products-([1-9][0-9]{0,8})\\.xml");

  /** What is of one visitor, without end, or for programs. */
  private static final List<String> PRIVATE =
      List.of(
          "/cart",
          "/checkout",
          "/order/",
          "/account",
          "/review/",
          "/admin/",
          "/login",
          "/register",
          "/password/",
          "/search?",
          "/api/");

  /** Robots come often, and nothing is lost when they hear of a product some minutes later. */
  private static final String CACHE_CONTROL = "public, max-age=600";

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @Inject private transient SitemapService sitemaps;
  @Inject private transient CatalogService catalog;
  @Inject private transient PageHead head;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/robots.txt")) {
      begin(response, "text/plain").write(robots(head.origin()));
    } else if (request.getServletPath().equals("/sitemap.xml")) {
      begin(response, "application/xml").write(index(head.origin(), sitemaps.productLists()));
    } else {
      list(request.getPathInfo() == null ? "" : request.getPathInfo(), response);
    }
  }

  private void list(String name, HttpServletResponse response) throws IOException {
    Matcher products = PRODUCTS.matcher(name);
    if (name.equals("/pages.xml")) {
      write(response, Stream.of("/", "/help", "/contact"));
    } else if (name.equals("/categories.xml")) {
      write(
          response,
          catalog.categories(Locale.ENGLISH).stream()
              .flatMap(SitemapServlet::withBelow)
              .map(category -> "/category/" + category.slug()));
    } else if (products.matches()) {
      products(response, Long.parseLong(products.group(1)));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void write(HttpServletResponse response, Stream<String> paths) throws IOException {
    SitemapUrls urls = new SitemapUrls(begin(response, "application/xml"), head.origin());
    paths.forEach(path -> urls.add(path, null));
    urls.end();
  }

  /** A list without products is no list, which shows when the first product does not come. */
  private void products(HttpServletResponse response, long number) throws IOException {
    SitemapUrls urls = new SitemapUrls(begin(response, "application/xml"), head.origin());
    sitemaps.products(number, product -> urls.add(address(product), lastChange(product)));
    if (urls.isEmpty()) {
      response.reset();
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      urls.end();
    }
  }

  private static String address(SitemapEntry product) {
    return "/product/" + product.slug();
  }

  private static String lastChange(SitemapEntry product) {
    return product.changed().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Stream<CategoryNode> withBelow(CategoryNode category) {
    return Stream.concat(
        Stream.of(category), category.children().stream().flatMap(SitemapServlet::withBelow));
  }

  private static PrintWriter begin(HttpServletResponse response, String type) throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", CACHE_CONTROL);
    return response.getWriter();
  }

  static String robots(String origin) {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    for (String base : List.of("", "/en", "/de")) {
      for (String path : PRIVATE) {
        text.append("Disallow: ").append(base).append(path).append('\n');
      }
    }
    return text.append("\nSitemap: ").append(origin).append("/sitemap.xml\n").toString();
  }

  static String index(String origin, List<Long> productLists) {
    StringBuilder xml =
        new StringBuilder(XML)
            .append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    Stream.concat(
            Stream.of("pages", "categories"),
            productLists.stream().map(number -> "products-" + number))
        .forEach(
            name ->
                xml.append("<sitemap><loc>")
                    .append(PageHead.escaped(origin))
                    .append("/sitemaps/")
                    .append(name)
                    .append(".xml</loc></sitemap>\n"));
    return xml.append("</sitemapindex>\n").toString();
  }
}
