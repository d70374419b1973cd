package shop.emporium.ejb.payment;

import java.util.Optional;

/** Reads what a provider tells by itself. */
public interface NoticeReader {

  /** The provider, by the name of its gateway. */
  String provider();

  /** Whether the provider is in use, so that it could tell something. */
  boolean isReady();

  /**
   * Checks who sent a notice, and only then reads it.
   *
   * @param body as it came
   * @param signature as it stood in the provider's header; null where it was missing
   * @return empty when it is of something that does not concern payments
   * @throws ForgedNoticeException when it is not signed by the provider, or was signed too long ago
   */
  Optional<PaymentNotice> read(byte[] body, String signature) throws ForgedNoticeException;
}
