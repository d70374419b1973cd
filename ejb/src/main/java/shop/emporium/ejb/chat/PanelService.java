package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.UnknownEntryException;
import shop.emporium.ejb.order.BuyerHistory;
import shop.emporium.ejb.order.BuyerSums;
import shop.emporium.ejb.order.OrderBrief;
import shop.emporium.ejb.order.OrderBuyer;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * What an agent is told of who is at the other end: a handful of statements, however long the
 * history. Who calls has made sure that it is an agent.
 */
@Stateless
public class PanelService {

  private static final int ORDERS = 5;
  private static final int EARLIER = 5;

  @Inject private InboxQueries inbox;
  @Inject private BuyerHistory orders;
  @Inject private CartService carts;
  @Inject private ShopperBoard shoppers;
  @Inject private AccountService accounts;
  @Inject private StoreSettings settings;

  /** Who is at the other end of a conversation; empty when there is no such conversation. */
  public Optional<PanelView> of(long conversation) {
    return inbox.find(conversation).map(this::view);
  }

  private PanelView view(InboxRow head) {
    PanelPerson person = PanelPerson.of(head, inbox.visitorOf(head.conversation()));
    Optional<OrderBuyer> buyer = person.buyer();
    BuyerSums sums =
        buyer.map(orders::sums).orElseGet(() -> new BuyerSums(0, Money.zero(settings.currency())));
    List<OrderBrief> latest = buyer.map(one -> orders.latest(one, ORDERS)).orElse(List.of());
    CartView cart =
        person.isCustomer()
            ? carts.show(CartOwner.customer(person.customer()))
            : shoppers.cart(head.conversation()).map(carts::showToStaff).orElse(null);
    List<InboxRow> earlier =
        inbox.ofPerson(person.customer(), person.emailKey(), person.visitor(), EARLIER + 1).stream()
            .filter(one -> one.conversation() != head.conversation())
            .limit(EARLIER)
            .toList();
    return new PanelView(
        head,
        person.isCustomer(),
        since(person),
        sums.orders(),
        sums.spent(),
        latest,
        cart,
        earlier);
  }

  /** When the account was made; null where there is none any more. */
  private Instant since(PanelPerson person) {
    if (!person.isCustomer()) {
      return null;
    }
    try {
      return accounts.profile(person.customer()).createdAt();
    } catch (UnknownEntryException erased) {
      return null;
    }
  }
}
