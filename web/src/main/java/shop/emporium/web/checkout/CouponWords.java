package shop.emporium.web.checkout;

import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.ejb.checkout.CouponAnswer;

/**
 * Why a code cannot be used, as texts of pages say it: what follows {@code fault.} in their keys.
 */
final class CouponWords {

  private CouponWords() {}

  static String key(CouponFault fault) {
    return switch (fault) {
      case UNKNOWN -> "code-unknown";
      case NOT_YET -> "code-not-yet";
      case OVER -> "code-over";
      case USED_UP -> "code-used-up";
      case USED_BY_YOU -> "code-used-by-you";
      case NOT_FOR_THESE -> "code-not-for-these";
      case BELOW_MINIMUM -> "code-below-minimum";
    };
  }

  static String key(CouponAnswer refused) {
    return switch (refused.kind()) {
      case SPENT -> "code-spent";
      case TOO_MANY -> "code-too-many";
      case REFUSED -> key(refused.fault());
      default -> "code-not-now";
    };
  }
}
