package shop.emporium.web.chat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the shop's products that a text links, so that they can be shown as cards. */
final class ProductLinks {

  /** More cards than that make a message unreadable. */
  private static final int MOST = 3;

  /** By an address of this shop or a whole one: a card is only made of a product that there is. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![A-Za-z0-9_.-])(?:https?://[^\\s/]+)?(?:/de)?/product/([a-z0-9]+(?:-[a-z0-9]+)*)");

  private ProductLinks() {}

  /** The slugs, each once, at most three. */
  static List<String> in(String text) {
    return LINK.matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .limit(MOST)
        .toList();
  }
}
