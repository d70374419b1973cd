package shop.emporium.ejb.chat;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.ejb.order.OrderBrief;

/**
 * Who is at the other end of a conversation, as the agent beside it sees.
 *
 * @param conversation its head
 * @param isCustomer whether somebody is signed in; what a guest has typed is not known to be true
 * @param since when the account was made; null for a guest
 * @param orders how many
 * @param spent on them
 * @param latest the last orders, the newest first
 * @param cart what is in it now; null for a guest who has none, or is not there
 * @param earlier other conversations of the same person, the newest first
 */
public record PanelView(
    InboxRow conversation,
    boolean isCustomer,
    Instant since,
    int orders,
    Money spent,
    List<OrderBrief> latest,
    CartView cart,
    List<InboxRow> earlier) {}
