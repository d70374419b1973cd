package shop.emporium.ejb.customer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.shared.OneLine;

/**
 * What a customer wants to be called, and in which language mails shall be. What is null stays.
 *
 * @param name up to 100 characters, in one line
 * @param language en or de
 */
public record ProfileChange(
    @NotBlankIfGiven
        @Size(max = Customer.MAX_NAME, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String name,
    @Pattern(regexp = "en|de", message = "must be en or de") String language) {}
