package shop.emporium.ejb.checkout;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.customer.CountryCode;

/**
 * The address of an invoice as typed, where it is another than that of the parcel. Its fields have
 * names of their own, since a page shows both at once.
 */
public record BillingFields(
    @NotBlank(message = "must not be empty")
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String billingName,
    @NotBlank(message = "must not be empty")
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String billingLine1,
    @NotNull
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String billingLine2,
    @NotNull
        @Size(max = PostalAddress.MAX_POSTAL_CODE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String billingPostalCode,
    @NotBlank(message = "must not be empty")
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String billingCity,
    @NotNull
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String billingRegion,
    @NotNull @CountryCode String billingCountry) {

  PostalAddress toPostal() {
    return new PostalAddress(
        billingName,
        billingLine1,
        billingLine2,
        billingCity,
        billingRegion,
        billingPostalCode,
        billingCountry,
        "");
  }
}
