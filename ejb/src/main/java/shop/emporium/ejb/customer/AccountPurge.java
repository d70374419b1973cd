package shop.emporium.ejb.customer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * Throws away every night what nobody needs to know any longer: sign-ins and links that ran out 30
 * days ago, attempts that are forgotten, and challenges that nobody answered. Any node may do it,
 * or all at once: each row is deleted by one of them.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountPurge {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST_ROUNDS = 1_000;

  @Inject private SignInService signIns;
  @Inject private AccountStore accounts;
  @Inject private Throttle throttle;
  @Inject private PasskeyStore passkeys;
  @Inject private SecondFactorStore secondFactors;

  @Schedule(hour = "3", minute = "40", persistent = false)
  void purge() {
    Instant limit = Instant.now().minus(KEPT);
    inRounds(() -> signIns.purge(limit));
    inRounds(() -> accounts.purgeLinks(limit));
    inRounds(throttle::purge);
    inRounds(passkeys::purge);
    inRounds(secondFactors::purge);
  }

  private static void inRounds(IntSupplier delete) {
    for (int round = 0; round < MOST_ROUNDS && delete.getAsInt() > 0; round++) {
      // Each round is a transaction of its own.
    }
  }
}
