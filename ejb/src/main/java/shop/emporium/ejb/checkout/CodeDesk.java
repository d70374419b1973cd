package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.Throttle;
import shop.emporium.ejb.customer.ThrottleKind;

/** Where people type codes: those that nobody has are counted, so that none is found by trying. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CodeDesk {

  @Inject private CodeService service;
  @Inject private Throttle throttle;

  /**
   * Has a code count for a cart, see {@link CodeService#add}.
   *
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when codes that nobody has came
   *     from there too often of late
   */
  public CouponAnswer add(
      long cart,
      @NotNull Optional<Long> customer,
      @NotNull @Pattern(regexp = "[a-z]{2}") String locale,
      @NotNull @Size(max = 200) String typed,
      @NotNull Caller caller) {
    String network = caller.network();
    throttle.check(ThrottleKind.CODE_NETWORK, network);
    CouponAnswer answer = service.add(cart, customer, locale, typed);
    if (answer.isUnknown()) {
      throttle.enter(ThrottleKind.CODE_NETWORK, network);
    }
    return answer;
  }
}
