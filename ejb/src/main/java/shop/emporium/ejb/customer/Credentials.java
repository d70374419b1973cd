package shop.emporium.ejb.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody types to sign in. Any text is taken and answered alike. */
public record Credentials(
    @NotNull @Size(max = AccountService.LONGEST_TYPED) String email,
    @NotNull @Size(max = AccountService.LONGEST_TYPED) String password) {

  /** Without the password: this may end up in a log. */
  @Override
  public String toString() {
    return "Credentials[" + email + "]";
  }
}
