package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import shop.emporium.ejb.shared.StoreSettings;

/** What somebody has ordered, for people who work here: who calls has made sure that it is one. */
@Stateless
public class BuyerHistory {

  @Inject private BuyerRepository buyers;
  @Inject private StoreSettings settings;

  /** The last orders, the newest first. */
  public List<OrderBrief> latest(@NotNull @Valid OrderBuyer buyer, @Min(1) @Max(1000) int most) {
    return buyers.latest(buyer, most);
  }

  /** How many orders, and what was spent on them. */
  public BuyerSums sums(@NotNull @Valid OrderBuyer buyer) {
    return buyers.sums(buyer, settings.currency());
  }
}
