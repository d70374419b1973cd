package shop.emporium.web.checkout;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.web.shared.JsonFields;

/** Reads an address of a body, and names each part of it that is wrong. */
final class AddressReader {

  private static final Pattern PHONE = Pattern.compile(PostalAddress.PHONE_FORM);

  private final JsonFields fields;
  private final String name;
  private final JsonObject json;
  private boolean isWrong;

  AddressReader(JsonFields fields, String name) {
    this.fields = fields;
    this.name = name;
    this.json = fields.object(name);
  }

  /** The address; null when it is wrong, which the check of the fields will tell. */
  PostalAddress read() {
    if (json.isEmpty()) {
      return null;
    }
    String country = part("country", 2, true);
    if (!country.isEmpty() && !PostalAddress.isCountry(country)) {
      refuse("country", "must be the code of a country, such as DE");
    }
    String phone = part("phone", PostalAddress.MAX_PHONE, false);
    if (!PHONE.matcher(phone).matches()) {
      refuse("phone", "must be digits, spaces and + - / ( ) . only");
    }
    String receiver = part("name", PostalAddress.MAX_LINE, true);
    String line1 = part("line1", PostalAddress.MAX_LINE, true);
    String line2 = part("line2", PostalAddress.MAX_LINE, false);
    String city = part("city", PostalAddress.MAX_LINE, true);
    String region = part("region", PostalAddress.MAX_LINE, false);
    String postalCode = part("postalCode", PostalAddress.MAX_POSTAL_CODE, false);
    return isWrong
        ? null
        : new PostalAddress(receiver, line1, line2, city, region, postalCode, country, phone);
  }

  private String part(String part, int most, boolean isRequired) {
    JsonValue value = json.get(part);
    if (value != null && value != JsonValue.NULL && !(value instanceof JsonString)) {
      refuse(part, "must be a text");
      return "";
    }
    String text = value instanceof JsonString string ? string.getString().strip() : "";
    if (text.isEmpty() && isRequired) {
      refuse(part, "must not be empty");
    } else if (text.length() > most) {
      refuse(part, "must have at most " + most + " characters");
    } else if (!OneLine.isValid(text)) {
      refuse(part, "must be one line of text");
    }
    return text;
  }

  private void refuse(String part, String why) {
    isWrong = true;
    fields.refuse(name + "." + part, why);
  }
}
