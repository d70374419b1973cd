package shop.emporium.tests.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.cart.CartChanged;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.cluster.ClusterMessage;

/** What nodes are told, by a node that tells it to itself too; several nodes: LiveClusterIT. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class ClusterBusIT {

  @Inject private ClusterBus bus;
  @Inject private Event<CartChanged> carts;
  @Resource private UserTransaction transaction;

  private final List<Long> heard = new CopyOnWriteArrayList<>();

  @SuppressWarnings("UnnecessaryLambda") // Who leaves has to be the very one that came.
  private final Consumer<ClusterMessage> hearer = message -> heard.add(message.number("cart"));

  @BeforeEach
  void listen() {
    bus.listen(hearer);
  }

  @AfterEach
  void leave() {
    bus.leave(hearer);
  }

  @Test
  void theSenderHearsEachMessageOnceToo() {
    for (long cart = 1; cart <= 100; cart++) {
      bus.publish("cart-changed", Json.createObjectBuilder().add("cart", cart).build());
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() >= 100);
    assertThat(heard).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void whatIsRolledBackIsNotTold() throws Exception {
    transaction.begin();
    carts.fire(new CartChanged(1_001));
    transaction.rollback();
    transaction.begin();
    carts.fire(new CartChanged(1_002));
    assertThat(heard).isEmpty();
    transaction.commit();
    await().atMost(Duration.ofSeconds(10)).until(() -> heard.contains(1_002L));
    assertThat(heard).containsExactly(1_002L);
  }

  @Test
  void whatTheSchemaDoesNotListIsNotTold() {
    Assertions.assertThrows(
        Exception.class, () -> bus.publish("gossip", Json.createObjectBuilder().build()));
  }
}
