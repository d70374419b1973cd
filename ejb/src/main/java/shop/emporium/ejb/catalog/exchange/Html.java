package shop.emporium.ejb.catalog.exchange;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * Makes foreign HTML safe to show: paragraphs, lists, tables, emphasis and links stay, everything
 * else goes.
 */
final class Html {

  private static final PolicyFactory POLICY =
      Sanitizers.BLOCKS
          .and(Sanitizers.FORMATTING)
          .and(Sanitizers.TABLES)
          .and(
              new HtmlPolicyBuilder()
                  .allowElements("a", "h3", "h4", "hr", "br")
                  .allowAttributes("href")
                  .onElements("a")
                  .allowStandardUrlProtocols()
                  .requireRelNofollowOnLinks()
                  .toFactory());

  private Html() {}

  /** The part of this HTML that can do no harm. */
  static String sanitise(String html) {
    return POLICY.sanitize(html);
  }
}
