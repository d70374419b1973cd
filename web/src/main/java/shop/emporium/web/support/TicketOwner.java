package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatKeys;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.chat.ChatCookie;
import shop.emporium.web.customer.CurrentCustomer;

/** Whose tickets the browser opens: the customer's who is signed in, and those of its key. */
@RequestScoped
public class TicketOwner {

  @Inject private CurrentCustomer current;
  @Inject private ChatKeys keys;
  @Inject private HttpServletRequest request;

  /** Who it is; empty for somebody who has no tickets. */
  public Optional<ChatOwner> find() {
    Optional<Long> customer = current.find().map(SignedIn::customer);
    Optional<Long> visitor = ChatCookie.read(request).flatMap(keys::visitorOf);
    return customer.isEmpty() && visitor.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChatOwner(customer, visitor));
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

  /** Has the browser keep a key, and the key live on. */
  void keep(Secret key, HttpServletResponse response) {
    keys.renew(key);
    ChatCookie.write(request, response, key);
  }
}
