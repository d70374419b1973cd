package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.System.Logger.Level;
import java.util.Optional;
import shop.emporium.domain.payment.Settlement.Step;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.shared.Retries;

/** Where providers tell by themselves what became of a payment: late, twice and in any order. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeDesk {

  /** The longest notice, in bytes. */
  public static final int MOST_BYTES = 65_536;

  private static final System.Logger LOG = System.getLogger(NoticeDesk.class.getName());

  @Inject @Any private Instance<NoticeReader> readers;
  @Inject private PaymentReader payments;
  @Inject private NoticeService notices;
  @Inject private PaymentSettling settling;
  @Inject private Retries retries;

  /**
   * Takes a notice: checks its signature, notes it once, and does what follows.
   *
   * <p>One of a payment that the shop does not know is taken and forgotten: a payment is written
   * before its provider is asked, so it is another shop's with the same account, and to come again
   * would not help.
   *
   * @return whether such notices are taken at all; not when the provider is not in use
   * @throws ForgedNoticeException when the provider has not signed it
   */
  public boolean take(
      @NotNull String provider,
      @NotNull @Size(max = MOST_BYTES) byte[] body,
      @Size(max = 1_000) String signature)
      throws ForgedNoticeException {
    Optional<NoticeReader> reader =
        readers.stream()
            .filter(one -> one.provider().equals(provider) && one.isReady())
            .findFirst();
    if (reader.isEmpty()) {
      return false;
    }
    Optional<PaymentNotice> notice = reader.orElseThrow().read(body, signature);
    notice.ifPresent(told -> take(provider, told));
    return true;
  }

  private void take(String provider, PaymentNotice notice) {
    Optional<PaymentRecord> known =
        payments.find(notice.reference()).filter(one -> one.provider().equals(provider));
    if (known.isEmpty()) {
      LOG.log(Level.INFO, "{0} tells of a payment that is not ours: {1}", provider, notice.kind());
      return;
    }
    PaymentRecord payment = known.orElseThrow();
    retries.run(() -> notices.note(payment, notice)).ifPresent(step -> goOn(payment, step));
  }

  /** It is noted; what the provider is to do now it is told again later, should it not answer. */
  private void goOn(PaymentRecord payment, Step step) {
    try {
      settling.goOn(payment, step, false, Actor.provider(payment.provider()));
    } catch (NoAnswerException silent) {
      LOG.log(
          Level.WARNING,
          "{0}: {1} did not answer, it is looked up later: {2}",
          payment.order(),
          payment.provider(),
          silent.getMessage());
    }
  }
}
