package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import shop.emporium.domain.customer.Role;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Whoever runs the shop has to prove more than a password, where the operator says so ({@code
 * STORE_ADMIN_SECOND_FACTOR}; in production unless told otherwise). A sign-in by a password alone
 * is one of a shopper then, also one of before.
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

  /**
   * What a customer may do here: the group of the role, once it is proved well enough.
   *
   * @param isStrong whether more than a password was proved with this browser
   */
  String groupOf(Role role, boolean isStrong) {
    return isMissed(role, isStrong) ? Role.SHOPPER.group() : role.group();
  }

  /** Whether the role waits for a second proof. */
  boolean isMissed(Role role, boolean isStrong) {
    return role == Role.ADMIN && isInForce() && !isStrong;
  }

  /**
   * Has whoever changes what an administrator proves prove it: else a password alone would get
   * itself an app.
   *
   * @throws SecondFactorException when there is a second factor that was not proved
   */
  void requireProof(long customer, Role role, boolean isStrong) {
    if (isMissed(role, isStrong) && factors.count(customer) > 0) {
      throw new SecondFactorException(SecondFactorFault.UNPROVED);
    }
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
