package shop.emporium.domain.order;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why pieces come back. */
public enum ReturnReason {
  CHANGED_MIND,
  DAMAGED,
  WRONG_ITEM,
  NOT_AS_DESCRIBED,
  OTHER,
  /** The carrier could not hand the parcel over; buyers cannot choose it. */
  UNDELIVERABLE;

  private static final List<ReturnReason> OF_BUYERS =
      Arrays.stream(values()).filter(reason -> reason != UNDELIVERABLE).toList();

  /** What it is called in addresses and columns, such as {@code changed-mind}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reasons that a buyer can give. */
  public static List<ReturnReason> ofBuyers() {
    return OF_BUYERS;
  }

  /** The reason that a buyer names; empty when he can give none such. */
  public static Optional<ReturnReason> parse(String code) {
    return OF_BUYERS.stream().filter(reason -> reason.code().equals(code)).findFirst();
  }
}
