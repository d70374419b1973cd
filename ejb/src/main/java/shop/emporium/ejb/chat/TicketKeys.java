package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.shared.Secret;

/**
 * The keys of mailed links: each opens one conversation of a guest, as long as it is a guest's. Who
 * has one reads and answers that ticket; he is not in the guest's chat, nor is what he says in this
 * browser the guest's.
 */
@Stateless
public class TicketKeys {

  /** How long a link is good after its mail was written. */
  public static final Duration LIFETIME = Duration.ofDays(90);

  /** How many keys may be tried at once. */
  public static final int MOST = 5;

  @Inject private TicketKeyRepository keys;

  /** A key to a conversation, for a link in a mail. */
  public Secret issue(long conversation) {
    Secret key = Secret.random();
    keys.add(key.hash(), conversation, LIFETIME);
    return key;
  }

  /** What a key was made for; empty when there is no such key, or it has run out. */
  public Optional<Long> conversationOf(@NotNull Secret key) {
    return keys.conversationOf(key.hash());
  }

  /**
   * The guest whose conversation one of these keys opens; for this conversation only.
   *
   * @return empty when none of them does, or a customer has signed for it since
   */
  public Optional<ChatOwner> owner(
      @NotNull @Size(max = MOST) List<Secret> candidates, long conversation) {
    return candidates.isEmpty()
        ? Optional.empty()
        : keys.visitor(hashes(candidates), conversation).map(TicketKeys::guest);
  }

  /** The guest in whose conversation a file is that one of these keys opens; for this file only. */
  public Optional<ChatOwner> ownerOfFile(
      @NotNull @Size(max = MOST) List<Secret> candidates, @NotNull UUID file) {
    return candidates.isEmpty()
        ? Optional.empty()
        : keys.visitorOfFile(hashes(candidates), file).map(TicketKeys::guest);
  }

  /**
   * Throws away some keys that have run out.
   *
   * @return how many; fewer than 1,000 when none is left
   */
  public int purge() {
    return keys.purge();
  }

  private static List<byte[]> hashes(List<Secret> candidates) {
    return candidates.stream().map(Secret::hash).toList();
  }

  private static ChatOwner guest(long visitor) {
    return new ChatOwner(Optional.empty(), Optional.of(visitor));
  }
}
