package shop.emporium.web.checkout;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.emporium.domain.customer.PostalAddress;

/** An address in one line, such as "J. M., Linienstraße 42, 10115 Berlin, Germany". */
final class AddressLine {

  private AddressLine() {}

  static String of(PostalAddress address, String country) {
    return Stream.of(
            address.name(),
            address.line1(),
            address.line2(),
            (address.postalCode() + " " + address.city()).strip(),
            address.region(),
            country)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
