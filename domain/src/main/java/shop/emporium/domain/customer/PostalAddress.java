package shop.emporium.domain.customer;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import shop.emporium.domain.shared.OneLine;

/**
 * Where a parcel goes. Each part is one line, without space around it; what is not there is empty,
 * never null.
 *
 * @param name of who receives it, 1 to 100 characters
 * @param line1 street and number, 1 to 100 characters
 * @param line2 what else leads to the door, up to 100 characters
 * @param city 1 to 100 characters
 * @param region state or province, up to 100 characters
 * @param postalCode up to 20 characters; some countries have none
 * @param country ISO 3166-1 code of two capital letters
 * @param phone digits, spaces and {@code + - / ( ) .}, up to 30 characters
 */
public record PostalAddress(
    String name,
    String line1,
    String line2,
    String city,
    String region,
    String postalCode,
    String country,
    String phone) {

  /** The most characters of name, lines, city and region. */
  public static final int MAX_LINE = 100;

  /** The most characters of a postal code. */
  public static final int MAX_POSTAL_CODE = 20;

  /** The most characters of a telephone number. */
  public static final int MAX_PHONE = 30;

  /** The form of a telephone number, or of none. */
  public static final String PHONE_FORM = "[0-9 +()./-]*+";

  private static final Pattern PHONE = Pattern.compile(PHONE_FORM);
  private static final Set<String> COUNTRIES =
      Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

  /**
   * An address without space around its parts.
   *
   * @throws IllegalArgumentException when a part is missing that must be there, or breaks its
   *     bounds
   */
  public PostalAddress {
    name = line("name", name, MAX_LINE);
    line1 = line("line1", line1, MAX_LINE);
    line2 = line("line2", line2, MAX_LINE);
    city = line("city", city, MAX_LINE);
    region = line("region", region, MAX_LINE);
    postalCode = line("postalCode", postalCode, MAX_POSTAL_CODE);
    country = line("country", country, 2).toUpperCase(Locale.ROOT);
    phone = line("phone", phone, MAX_PHONE);
    if (name.isEmpty() || line1.isEmpty() || city.isEmpty()) {
      throw new IllegalArgumentException("An address has a name, a street and a city");
    }
    if (!COUNTRIES.contains(country)) {
      throw new IllegalArgumentException("No country: " + country);
    }
    if (!PHONE.matcher(phone).matches()) {
      throw new IllegalArgumentException("No telephone number");
    }
  }

  private static String line(String part, String text, int most) {
    String line = text == null ? "" : text.strip();
    if (line.length() > most || !OneLine.isValid(line)) {
      throw new IllegalArgumentException(part + " is no line of up to " + most + " characters");
    }
    return line;
  }

  /** Whether a text is the code of a country, such as DE or de. */
  public static boolean isCountry(String code) {
    return code != null && COUNTRIES.contains(code.strip().toUpperCase(Locale.ROOT));
  }
}
