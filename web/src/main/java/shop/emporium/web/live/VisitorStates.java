package shop.emporium.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.CartWatch;
import shop.emporium.ejb.order.OrderWatch;
import shop.emporium.ejb.wishlist.WishlistService;

/** Asks the services what visitors have, each visitor once however many sockets listen. */
@ApplicationScoped
class VisitorStates {

  @Inject private CartService carts;
  @Inject private CartWatch watch;
  @Inject private WishlistService wishlists;
  @Inject private OrderWatch orders;

  /** The cart that a guest's cookie opens; a customer's is found by the customer. */
  Optional<Long> cartIdOf(LiveVisitor visitor) {
    return visitor.customer().isPresent() || visitor.token().isEmpty()
        ? Optional.empty()
        : carts.id(ownerOf(visitor));
  }

  /** Whose these carts are; those of guests are nobody's. */
  Set<Long> customersOf(Set<Long> cartIds) {
    return watch.customersOf(cartIds);
  }

  /** How these orders stand, and whose they are; those of guests are nobody's. */
  List<OrderWatch.Standing> orders(Set<Long> numbers) {
    return orders.standing(numbers);
  }

  /** The frame about the cart for each of these sockets. */
  Map<LiveSocket, String> carts(Collection<LiveSocket> sockets) {
    Map<LiveSocket, String> frames = new LinkedHashMap<>();
    Map<String, String> known = new HashMap<>();
    for (LiveSocket socket : sockets) {
      frames.put(
          socket,
          known.computeIfAbsent(
              nameOf(socket.visitor()),
              same -> LiveFrames.cart(carts.show(ownerOf(socket.visitor())))));
    }
    return frames;
  }

  private static CartOwner ownerOf(LiveVisitor visitor) {
    return visitor
        .customer()
        .map(CartOwner::customer)
        .orElseGet(() -> CartOwner.guest(visitor.token()));
  }

  /** Tokens are equal by what they say only. */
  private static String nameOf(LiveVisitor visitor) {
    return visitor
        .customer()
        .map(String::valueOf)
        .orElseGet(() -> visitor.token().map(CartToken::value).orElse("nobody"));
  }

  /** The frame about the wishes for each of these sockets, all of customers. */
  Map<LiveSocket, String> wishes(Collection<LiveSocket> sockets) {
    Map<LiveSocket, String> frames = new LinkedHashMap<>();
    Map<Long, String> known = new HashMap<>();
    for (LiveSocket socket : sockets) {
      socket
          .visitor()
          .customer()
          .map(
              customer ->
                  known.computeIfAbsent(
                      customer,
                      same ->
                          LiveFrames.wishlist(
                              wishlists.count(customer), System.currentTimeMillis())))
          .ifPresent(frame -> frames.put(socket, frame));
    }
    return frames;
  }
}
