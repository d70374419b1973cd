package shop.emporium.ejb.payment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import shop.emporium.domain.payment.ProviderReport;

/**
 * What a provider says of a payment.
 *
 * @param providerId what the provider calls it, or null where that is not known
 * @param page where the buyer has something to do, or null
 * @param reason why it was declined, in a word such as {@code insufficient}; null where it was not
 */
public record GatewayAnswer(
    @NotNull ProviderReport report,
    @Size(max = 255) String providerId,
    URI page,
    @Size(max = 40) String reason) {

  /** Declined without a reason that the buyer could do something about. */
  public static final String DECLINED = "declined";

  /** Nobody decided in time, or it was called off: the card is not to blame. */
  public static final String EXPIRED = "expired";

  /** An answer that needs neither a page nor a reason. */
  public static GatewayAnswer of(ProviderReport report, String providerId) {
    boolean isDeclined = report.kind() == ProviderReport.Kind.DECLINED;
    return new GatewayAnswer(report, providerId, null, isDeclined ? DECLINED : null);
  }

  /** It was declined for a reason. */
  public static GatewayAnswer declined(String providerId, String reason) {
    return new GatewayAnswer(
        ProviderReport.of(ProviderReport.Kind.DECLINED), providerId, null, reason);
  }

  /**
   * Not decided.
   *
   * @param page where the buyer goes on, or null where there is nothing to do
   */
  public static GatewayAnswer pending(String providerId, URI page) {
    return new GatewayAnswer(
        ProviderReport.of(ProviderReport.Kind.PENDING), providerId, page, null);
  }
}
