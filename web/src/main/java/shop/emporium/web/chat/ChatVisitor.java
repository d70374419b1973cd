package shop.emporium.web.chat;

import java.security.Principal;
import java.util.Optional;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.SignedIn;

/**
 * Who speaks at a socket, as the handshake said. A principal, since that is the one thing that a
 * container hands from a handshake to its socket without mixing up two at once.
 *
 * @param person empty for a guest
 * @param owner whose conversations are opened; nobody's where an agent speaks
 * @param isAgent whether somebody who works here speaks as such
 * @param cart of a guest's browser
 * @param language of the page, such as {@code de}
 */
record ChatVisitor(
    Optional<SignedIn> person,
    Optional<ChatOwner> owner,
    boolean isAgent,
    Optional<Long> cart,
    String address,
    String language)
    implements Principal {

  @Override
  public String getName() {
    return person.map(one -> String.valueOf(one.customer())).orElse("guest");
  }

  Optional<Long> signIn() {
    return person.map(SignedIn::signIn);
  }

  /** From where. */
  Caller caller() {
    return Caller.of(address, "");
  }

  /** Which addresses count as one with this. */
  String network() {
    return caller().network();
  }

  /** The account of the agent. */
  long agent() {
    return person.map(SignedIn::customer).orElseThrow();
  }
}
