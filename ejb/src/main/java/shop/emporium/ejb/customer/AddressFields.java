package shop.emporium.ejb.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.shared.OneLine;

/**
 * An address as typed; bounds and meanings are those of {@link PostalAddress}.
 *
 * @param isPreferred whether it shall be the default; the first of a book is in any case
 */
public record AddressFields(
    @NotBlank(message = "must not be empty")
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String name,
    @NotBlank(message = "must not be empty")
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String line1,
    @NotNull
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String line2,
    @NotBlank(message = "must not be empty")
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String city,
    @NotNull
        @Size(max = PostalAddress.MAX_LINE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String region,
    @NotNull
        @Size(max = PostalAddress.MAX_POSTAL_CODE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String postalCode,
    @NotNull @CountryCode String country,
    @NotNull
        @Size(max = PostalAddress.MAX_PHONE, message = "must have at most {max} characters")
        @Pattern(
            regexp = PostalAddress.PHONE_FORM,
            message = "must be digits, spaces and + - / ( ) . only")
        String phone,
    boolean isPreferred) {

  PostalAddress toPostal() {
    return new PostalAddress(name, line1, line2, city, region, postalCode, country, phone);
  }
}
