package shop.emporium.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.CartWatch;

/** Asks the services what visitors have, each visitor once however many sockets listen. */
@ApplicationScoped
class VisitorStates {

  @Inject private CartService carts;
  @Inject private CartWatch watch;

  /** The cart that a guest's cookie opens; a customer's is found by the customer. */
  Optional<Long> cartIdOf(LiveVisitor visitor) {
    return visitor.customer().isPresent()
        ? Optional.empty()
        : visitor.token().flatMap(watch::cartOf);
  }

  /** Whose these carts are; those of guests are nobody's. */
  Set<Long> customersOf(Set<Long> cartIds) {
    return Set.of();
  }

  /** The frame about the cart for each of these sockets. */
  Map<LiveSocket, String> carts(Collection<LiveSocket> sockets) {
    Map<LiveSocket, String> frames = new LinkedHashMap<>();
    Map<Object, String> known = new HashMap<>();
    for (LiveSocket socket : sockets) {
      Optional<CartToken> token = socket.visitor().token();
      Object owner = token.map(CartToken::value).orElse("");
      frames.put(socket, known.computeIfAbsent(owner, same -> LiveFrames.cart(carts.show(token))));
    }
    return frames;
  }

  /** The frame about the wishes for each of these sockets, all of customers. */
  Map<LiveSocket, String> wishes(Collection<LiveSocket> sockets) {
    return Map.of();
  }
}
