package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;

/**
 * Links that open an order for whoever has them: {@code /order/EM-100001?key=…}. Each has 256
 * random bits of its own, of which the SHA-256 is kept.
 */
@Stateless
public class OrderLinks {

  /** For how long a link of a mail is good, and the one by which a guest leaves the till. */
  public static final Duration LONG = Duration.ofDays(365);

  /** For how long a link is good that somebody got for a number and an address. */
  public static final Duration SHORT = Duration.ofMinutes(30);

  @Inject private OrderLinkRepository links;

  /** A link that is good for a year. */
  public Secret create(@NotNull OrderNumber number) {
    return create(number, LONG);
  }

  /** A link that is good for so long. */
  public Secret create(@NotNull OrderNumber number, @NotNull Duration validity) {
    Secret link = Secret.random();
    links.insert(number, link, validity);
    return link;
  }

  /**
   * Forgets links that have run out.
   *
   * @return how many; none when none is left
   */
  public int purge() {
    return links.purge();
  }
}
