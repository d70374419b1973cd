package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/** The keys with which guests open their conversations: the browser has them in a cookie. */
@Stateless
public class ChatKeys {

  /** How long a key opens something after it was last used. */
  public static final Duration LIFETIME = Duration.ofDays(180);

  @Inject private ChatKeyRepository keys;

  /** A guest whom nobody knows yet, and the key to what that guest will say. */
  public Secret newVisitor() {
    Secret key = Secret.random();
    keys.add(key.hash(), keys.addVisitor(), LIFETIME);
    return key;
  }

  /** The guest whom a key belongs to; empty when it belongs to nobody, or has run out. */
  public Optional<Long> visitorOf(@NotNull Secret key) {
    return keys.visitorOf(key.hash());
  }

  /** Has a key live on, when it is used. */
  public void renew(@NotNull Secret key) {
    keys.renew(key.hash(), LIFETIME);
  }

  /**
   * Throws away some keys that have run out, and guests of whom nothing is left.
   *
   * @return how many; fewer than 1,000 when none is left
   */
  public int purge() {
    return keys.purge();
  }
}
