package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import shop.emporium.domain.customer.Role;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Whoever runs the shop has to prove more than a password, where the operator says so ({@code
 * STORE_ADMIN_SECOND_FACTOR}; in production unless told otherwise). Until an administrator has set
 * that up, the account is one of a shopper.
 */
@ApplicationScoped
class AdminRule {

  private final LiveSetting setting = new LiveSetting("store.admin.second.factor");

  @Inject private StoreSettings settings;
  @Inject private SecondFactorRepository factors;

  private boolean isInForce() {
    return setting
        .value()
        .map(text -> text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true"))
        .orElseGet(settings::isProduction);
  }

  /** What a customer may do here: the group of the role, once it is proved well enough. */
  String groupOf(long customer, Role role) {
    return isMissed(customer, role) ? Role.SHOPPER.group() : role.group();
  }

  /** Whether the role waits for a second factor. */
  boolean isMissed(long customer, Role role) {
    return role == Role.ADMIN && isInForce() && !factors.hasAny(customer);
  }

  /**
   * Refuses to remove the last one that the role depends on.
   *
   * @throws SecondFactorException when it is
   */
  void requireAnother(long customer, Role role) {
    if (role == Role.ADMIN && isInForce() && factors.count(customer) <= 1) {
      throw new SecondFactorException(SecondFactorFault.KEPT);
    }
  }
}
