package shop.emporium.domain.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import shop.emporium.domain.customer.PostalAddress;

/**
 * What an address must have in its country, so that a parcel finds it. Of countries that are not
 * named here nothing is asked beyond what each address has: a rule that nobody checked would turn
 * good addresses away.
 */
public final class AddressRules {

  private record PostalCode(Pattern form, String example) {}

  private static final Map<String, PostalCode> POSTAL_CODES =
      Map.ofEntries(
          code("AT", "[1-9][0-9]{3}", "1010"),
          code("AU", "[0-9]{4}", "2000"),
          code("BE", "[1-9][0-9]{3}", "1000"),
          code("BG", "[1-9][0-9]{3}", "1000"),
          code("CA", "(?i)[ABCEGHJ-NPRSTVXY][0-9][A-Z] ?[0-9][A-Z][0-9]", "K1A 0B1"),
          code("CH", "[1-9][0-9]{3}", "8001"),
          code("CY", "[0-9]{4}", "1010"),
          code("CZ", "[1-7][0-9]{2} ?[0-9]{2}", "110 00"),
          code("DE", "[0-9]{5}", "10115"),
          code("DK", "[0-9]{4}", "1050"),
          code("EE", "[0-9]{5}", "10111"),
          code("ES", "(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", "28001"),
          code("FI", "[0-9]{5}", "00100"),
          code("FR", "[0-9]{5}", "75001"),
          code("GB", "(?i)[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", "SW1A 1AA"),
          code("GR", "[1-8][0-9]{2} ?[0-9]{2}", "105 57"),
          code("HR", "[1-5][0-9]{4}", "10000"),
          code("HU", "[1-9][0-9]{3}", "1051"),
          code("IE", "(?i)(?:[A-Z][0-9]{2}|D6W) ?[A-Z0-9]{4}", "D02 AF30"),
          code("IT", "[0-9]{5}", "00118"),
          code("LI", "94[89][0-9]", "9490"),
          code("LT", "(?:LT-)?[0-9]{5}", "01001"),
          code("LU", "(?:L-)?[1-9][0-9]{3}", "1111"),
          code("LV", "(?:LV-)?[0-9]{4}", "LV-1010"),
          code("MT", "(?i)[A-Z]{3} ?[0-9]{4}", "VLT 1117"),
          code("NL", "(?i)[1-9][0-9]{3} ?[A-Z]{2}", "1012 AB"),
          code("NO", "[0-9]{4}", "0150"),
          code("PL", "[0-9]{2}-[0-9]{3}", "00-001"),
          code("PT", "[1-9][0-9]{3}-[0-9]{3}", "1000-001"),
          code("RO", "[0-9]{6}", "010011"),
          code("SE", "[1-9][0-9]{2} ?[0-9]{2}", "111 22"),
          code("SI", "(?:SI-)?[1-9][0-9]{3}", "1000"),
          code("SK", "[089][0-9]{2} ?[0-9]{2}", "811 01"),
          code("US", "[0-9]{5}(?:-[0-9]{4})?", "20500"));

  /** Where the state or province belongs to the address. */
  private static final Set<String> WITH_REGION = Set.of("AU", "CA", "US");

  private AddressRules() {}

  private static Map.Entry<String, PostalCode> code(String country, String form, String example) {
    return Map.entry(country, new PostalCode(Pattern.compile(form), example));
  }

  /**
   * What is wrong with an address, part by part; nothing when a parcel finds it.
   *
   * @param served countries to which the shop sends
   */
  public static List<AddressFault> faults(PostalAddress address, Set<String> served) {
    List<AddressFault> faults = new ArrayList<>();
    if (!served.contains(address.country())) {
      faults.add(new AddressFault("country", AddressFault.Kind.NOT_SERVED, ""));
    }
    PostalCode rule = POSTAL_CODES.get(address.country());
    if (rule != null && !rule.form.matcher(address.postalCode()).matches()) {
      faults.add(
          new AddressFault(
              "postalCode",
              address.postalCode().isEmpty() ? AddressFault.Kind.MISSING : AddressFault.Kind.FORM,
              rule.example));
    }
    if (WITH_REGION.contains(address.country()) && address.region().isEmpty()) {
      faults.add(new AddressFault("region", AddressFault.Kind.MISSING, ""));
    }
    return faults;
  }
}
