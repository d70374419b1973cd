package shop.emporium.web.customer;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.ejb.customer.AddressView;
import shop.emporium.web.shared.JsonFields;

/**
 * An entry of an address book; what is not there is empty.
 *
 * @param country ISO 3166-1 code of two letters
 * @param preferred called {@code default}: whether it is the one of the book
 */
public record AddressJson(
    long id,
    String name,
    String line1,
    String line2,
    String city,
    String region,
    String postalCode,
    String country,
    String phone,
    @JsonbProperty("default") boolean preferred) {

  static AddressJson of(AddressView address) {
    PostalAddress postal = address.postal();
    return new AddressJson(
        address.id(),
        postal.name(),
        postal.line1(),
        postal.line2(),
        postal.city(),
        postal.region(),
        postal.postalCode(),
        postal.country(),
        postal.phone(),
        address.isPreferred());
  }

  /** The address that a body holds; the contract of the service checks what its texts say. */
  static AddressFields read(JsonValue body) {
    JsonFields fields = JsonFields.of(body);
    AddressFields typed =
        new AddressFields(
            fields.text("name"),
            fields.text("line1"),
            fields.optionalText("line2").orElse(""),
            fields.text("city"),
            fields.optionalText("region").orElse(""),
            fields.optionalText("postalCode").orElse(""),
            fields.text("country"),
            fields.optionalText("phone").orElse(""),
            fields.flag("default"));
    fields.check();
    return typed;
  }
}
