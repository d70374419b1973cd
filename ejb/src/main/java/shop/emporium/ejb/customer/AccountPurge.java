package shop.emporium.ejb.customer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import shop.emporium.ejb.shared.PurgeRounds;

/**
 * Throws away every night what nobody needs to know any longer: sign-ins and links that ran out 30
 * days ago, attempts that are forgotten, and challenges that nobody answered. Any node may do it,
 * or all at once: each row is deleted by one of them.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountPurge {

  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private SignInService signIns;
  @Inject private AccountStore accounts;
  @Inject private Throttle throttle;
  @Inject private PasskeyStore passkeys;
  @Inject private SecondFactorStore secondFactors;

  @Schedule(hour = "3", minute = "40", persistent = false)
  void purge() {
    Instant limit = Instant.now().minus(KEPT);
    PurgeRounds.run(() -> signIns.purge(limit));
    PurgeRounds.run(() -> accounts.purgeLinks(limit));
    PurgeRounds.run(throttle::purge);
    PurgeRounds.run(passkeys::purge);
    PurgeRounds.run(secondFactors::purge);
  }
}
