package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * The language of a page, and how addresses keep it: {@code /de/cart} is the cart in German, {@code
 * /cart} the one in the language that the browser prefers.
 *
 * <p>nginx takes the prefix off an address and tells it in {@value #HEADER}; in {@code
 * Accept-Language} it names one of the shop's languages, from which Faces takes the page's. Links
 * begin with {@link #getBase}, so that somebody who came by a prefix keeps it.
 */
@Named("lang")
@RequestScoped
public class PageLanguage {

  /** The languages of the shop's pages, the one for everybody else first. */
  public static final List<String> ALL = List.of("en", "de");

  private static final String HEADER = "X-Forwarded-Prefix";

  @Inject private HttpServletRequest request;
  @Inject private StoreSettings settings;

  private String base;

  /**
   * What links begin with: {@code /de}, {@code /en}, or nothing where the language was not typed.
   */
  public String getBase() {
    if (base == null) {
      base = base(request.getHeader(HEADER));
    }
    return base;
  }

  /** The prefix that a header tells; nothing when it tells none of ours. */
  static String base(String header) {
    return header != null && header.startsWith("/") && ALL.contains(header.substring(1))
        ? header
        : "";
  }

  /** The language of the page, such as {@code de}. */
  public String getCode() {
    return getLocale().getLanguage();
  }

  public Locale getLocale() {
    return Faces.getLocale();
  }

  /**
   * The language of what a catalogue file says, for the attribute {@code lang}; null where the page
   * is in that language anyway.
   */
  public String getCatalogue() {
    String language = settings.catalogueLanguage();
    return language.equals(getCode()) ? null : language;
  }

  /** The address of this page with its parameters, without a language. */
  public String getHere() {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object query =
        forwarded == null
            ? request.getQueryString()
            : request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
    return query == null ? path : path + "?" + query;
  }

  /** Tells browsers and caches which language a page is in, and what it depends on. */
  public void tell() {
    Faces.getResponse().setHeader("Content-Language", getCode());
    // An error page is made within the page that failed, which has said it already.
    if (getBase().isEmpty() && !Faces.getResponse().containsHeader("Vary")) {
      Faces.getResponse().addHeader("Vary", "Accept-Language");
    }
  }
}
