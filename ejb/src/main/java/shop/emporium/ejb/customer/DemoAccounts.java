package shop.emporium.ejb.customer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PasswordRules;
import shop.emporium.domain.customer.Role;

/**
 * Accounts to try the sample shop with, one of each role. Made by the operator's command together
 * with the sample catalogue, and by nothing else: a shop of its own has none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoAccounts {

  private static final List<Account> ALL =
      List.of(
          new Account("shopper@example.com", "Sam Shopper", Role.SHOPPER),
          new Account("agent@example.com", "Alex Agent", Role.AGENT),
          new Account("admin@example.com", "Ada Admin", Role.ADMIN));

  @Inject private AccountStore accounts;
  @Inject private PasswordHashing hashing;

  private record Account(String email, String name, Role role) {}

  /**
   * Makes those that are not there; the others stay as they are.
   *
   * @param password of all of them
   * @throws UnfitPasswordException when the password cannot be taken
   */
  public void make(@NotNull @Size(max = AccountService.LONGEST_TYPED) String password) {
    for (Account account : ALL) {
      EmailAddress email = EmailAddress.parse(account.email()).orElseThrow();
      PasswordRules.check(password, email)
          .ifPresent(
              fault -> {
                throw new UnfitPasswordException(fault);
              });
      accounts.addConfirmed(email, account.name(), hashing.hash(password), account.role());
    }
  }
}
