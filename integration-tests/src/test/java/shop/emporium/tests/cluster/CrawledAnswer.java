package shop.emporium.tests.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What one address answered: the faults of the answer, and where its links lead in this shop. */
final class CrawledAnswer {

  private static final String LINKS =
      "a[href], link[rel~=canonical|alternate|stylesheet|icon|preload][href]";

  private final String address;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> links = new LinkedHashSet<>();
  private boolean page;

  CrawledAnswer(String address, IOException broken) {
    this.address = address;
    complain(broken.toString());
  }

  CrawledAnswer(String address, HttpResponse<String> response) {
    this.address = address;
    page = response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    if (isAccount()) {
      guarded(response);
      return;
    }
    if (response.statusCode() != 200) {
      complain("answers " + response.statusCode());
    }
    if (!response.headers().allValues("Set-Cookie").isEmpty()) {
      complain("sets a cookie");
    }
    // A cart is its visitor's alone, and so is the way into an account; everything else is for
    // everybody.
    String cached = response.headers().firstValue("Cache-Control").orElse("nothing");
    if (page && !isPrivate() && !cached.startsWith("public")) {
      complain("says of caching " + cached);
    }
    if (page && response.statusCode() == 200) {
      if (!response.body().stripTrailing().endsWith("</html>")) {
        complain("is cut off");
      }
      collect(response.uri(), Jsoup.parse(response.body(), response.uri().toString()));
    }
  }

  private boolean isPrivate() {
    return address.matches("(/(de|en))?/(cart|contact|login|register|password|track)([?/].*)?");
  }

  private boolean isAccount() {
    return address.matches("(/(de|en))?/(account|review)([?/].*)?");
  }

  /** A visitor without a name is led to where customers sign in. */
  private void guarded(HttpResponse<String> response) {
    String next = response.headers().firstValue("Location").orElse("nowhere");
    if (response.statusCode() != 303 || !next.matches("(/(de|en))?/login[?]next=.*")) {
      complain("answers %d and leads to %s".formatted(response.statusCode(), next));
    }
    links.add(next);
  }

  private void complain(String fault) {
    faults.add(address + " " + fault);
  }

  private void collect(URI base, Document document) {
    document.select(LINKS).forEach(link -> follow(base, link.absUrl("href")));
    document.select("script[src], img[src]").forEach(file -> follow(base, file.absUrl("src")));
    document.select("form[action]").stream()
        .filter(form -> !form.attr("method").equalsIgnoreCase("post"))
        .forEach(form -> follow(base, form.absUrl("action")));
  }

  private void follow(URI base, String link) {
    if (link.isEmpty()) {
      return;
    }
    URI uri;
    try {
      uri = URI.create(link);
    } catch (IllegalArgumentException malformed) {
      complain("has a link that is none: " + link);
      return;
    }
    if (base.getAuthority().equals(uri.getAuthority())) {
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      links.add(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }
  }

  String address() {
    return address;
  }

  boolean isPage() {
    return page;
  }

  List<String> faults() {
    return faults;
  }

  Set<String> links() {
    return links;
  }
}
