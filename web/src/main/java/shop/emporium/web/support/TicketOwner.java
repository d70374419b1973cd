package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.TicketKeys;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.support.SupportService;
import shop.emporium.web.chat.ChatCookie;
import shop.emporium.web.chat.TicketCookie;
import shop.emporium.web.customer.CurrentCustomer;

/**
 * Whose tickets the browser opens: the customer's who is signed in, those of its own key, and each
 * of which it has followed a mailed link.
 */
@RequestScoped
public class TicketOwner {

  @Inject private CurrentCustomer current;
  @Inject private ChatKeys keys;
  @Inject private TicketKeys links;
  @Inject private SupportService support;
  @Inject private HttpServletRequest request;

  /** Who it is; empty for somebody who has no tickets but by a link. */
  public Optional<ChatOwner> find() {
    Optional<Long> customer = current.find().map(SignedIn::customer);
    Optional<Long> visitor = ChatCookie.read(request).flatMap(keys::visitorOf);
    return customer.isEmpty() && visitor.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChatOwner(customer, visitor));
  }

  /** As whom this browser reads and answers a ticket; empty when it opens it in no way. */
  public Optional<ChatOwner> find(long ticket) {
    return find()
        .filter(person -> support.find(person, ticket).isPresent())
        .or(() -> links.owner(TicketCookie.read(request), ticket));
  }

  /**
   * The key by which a guest's ticket is to be opened: the browser's own where that is good.
   *
   * @param otherwise what the browser gets else; the same for a form that is sent twice
   */
  Secret keyOr(Secret otherwise) {
    return ChatCookie.read(request)
        .filter(key -> keys.visitorOf(key).isPresent())
        .orElse(otherwise);
  }

  /** Has the browser keep the key of a mailed link. */
  void follow(Secret link, HttpServletResponse response) {
    TicketCookie.add(request, response, link);
  }

  /** Has the browser keep its own key, and the key live on. */
  void keep(Secret key, HttpServletResponse response) {
    keys.renew(key);
    ChatCookie.write(request, response, key);
  }
}
