package shop.emporium.ejb.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.customer.Customer;
import shop.emporium.domain.shared.OneLine;

/**
 * Somebody who wants an account.
 *
 * @param password as typed; {@code PasswordRules} has the last word
 * @param name up to 100 characters, in one line
 * @param language of mails: en or de
 */
public record NewCustomer(
    @NotNull @MailAddress String email,
    @NotNull @Size(max = AccountService.LONGEST_TYPED) String password,
    @NotBlank(message = "must not be empty")
        @Size(max = Customer.MAX_NAME, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String name,
    @NotNull @Pattern(regexp = "en|de", message = "must be en or de") String language) {

  /** Without the password: this may end up in a log. */
  @Override
  public String toString() {
    return "NewCustomer[" + email + "]";
  }
}
