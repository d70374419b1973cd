package shop.emporium.web.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the plain forms of product pages and cards say of a variant: its SKU, or the product with
 * the values of the options that were chosen.
 */
public final class ChosenVariant {

  private static final List<String> OPTIONS = List.of("option1", "option2", "option3");

  private ChosenVariant() {}

  /** The SKU itself, if the form names it. */
  public static Optional<String> sku(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("sku")).filter(sku -> !sku.isBlank());
  }

  /** The slug of the product. */
  public static Optional<String> product(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("product"));
  }

  /** The values that were chosen, in the order of the product's options. */
  public static List<String> values(HttpServletRequest request) {
    return OPTIONS.stream()
        .flatMap(option -> Stream.ofNullable(request.getParameter(option)))
        .toList();
  }
}
