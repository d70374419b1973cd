package shop.emporium.ejb.payment.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.payment.demo.DemoPaymentRepository.Effect;
import shop.emporium.ejb.shared.SecretBox;

/**
 * The demo provider itself. What has one reference is done once, whoever asks how often; each call
 * is a short transaction of its own.
 */
@Stateless
public class DemoProvider {

  /** How long a card that takes its time takes. */
  static final int LATE_SECONDS = 5;

  private static final String INSUFFICIENT = "insufficient";
  private static final String DECLINED = "declined";
  private static final int FORGET_BATCH = 500;

  @Inject private DemoPaymentRepository payments;
  @Inject private SecretBox box;

  /**
   * Takes money, or opens a page where a card is to be typed. The first call with a reference
   * counts, every other is told what it did.
   *
   * @param token of a card; empty to have one typed
   * @param back where the buyer goes from the page
   */
  public DemoPayment charge(
      UUID reference, String label, Money amount, Optional<String> token, URI back) {
    Effect effect =
        token.isEmpty()
            ? new Effect(DemoStatus.OPEN, null, false, 0, 0)
            : DemoCard.ofToken(token.orElseThrow())
                .map(DemoProvider::effect)
                .orElseGet(() -> declined(DECLINED));
    String id = "dp_" + Secret.random().value();
    DemoPayment fresh =
        new DemoPayment(
            id, reference, label, amount, effect.status(), effect.reason(), effect.isSilent());
    // Whom no page asks anything has nowhere to come back from.
    byte[] where =
        fresh.isWithBuyer() ? box.seal(back.toString().getBytes(StandardCharsets.UTF_8), id) : null;
    if (!payments.insert(fresh, effect.seconds(), where)) {
      return look(reference).orElseThrow();
    }
    // What this very call answers need not be told again; but some providers do, and twice.
    if (effect.notices() > 1) {
      payments.tell(id, noticeId(), effect.status(), effect.notices());
    }
    return fresh;
  }

  private static Effect effect(DemoCard card) {
    return switch (card) {
      case APPROVED -> new Effect(DemoStatus.APPROVED, null, false, 0, 1);
      case DECLINED -> declined(DECLINED);
      case INSUFFICIENT -> declined(INSUFFICIENT);
      case CHALLENGE -> new Effect(DemoStatus.CHALLENGE, null, false, 0, 0);
      case TIMEOUT -> new Effect(DemoStatus.PENDING, null, true, LATE_SECONDS, 0);
      case LATE -> new Effect(DemoStatus.PENDING, null, false, LATE_SECONDS, 0);
      case TWICE -> new Effect(DemoStatus.APPROVED, null, false, 0, 2);
    };
  }

  private static Effect declined(String reason) {
    return new Effect(DemoStatus.DECLINED, reason, false, 0, 1);
  }

  private static String noticeId() {
    return "dn_" + UUID.randomUUID();
  }

  /** How a payment stands; empty when nobody charged it. */
  public Optional<DemoPayment> look(UUID reference) {
    Optional<DemoPayment> known = payments.find(reference);
    if (known.isPresent() && known.orElseThrow().status() == DemoStatus.PENDING) {
      payments.decideDue(reference);
      return payments.find(reference);
    }
    return known;
  }

  /** Calls a payment off; one that was never asked for will not be taken any more either. */
  public DemoPayment callOff(UUID reference, String label, Money amount) {
    DemoPayment never =
        new DemoPayment(
            "dp_" + Secret.random().value(),
            reference,
            label,
            amount,
            DemoStatus.VOIDED,
            null,
            false);
    if (payments.insert(never, 0, null)) {
      return never;
    }
    payments.decideDue(reference);
    DemoPayment known = payments.lock(reference).orElseThrow();
    if (!known.isWithBuyer() && known.status() != DemoStatus.PENDING) {
      return known;
    }
    payments.move(known, new Effect(DemoStatus.VOIDED, null, false, 0, 0));
    return payments.find(reference).orElseThrow();
  }

  /**
   * Gives money back, once for each reference.
   *
   * @return whether it did, now or before; not when there is not so much to give
   */
  public boolean refund(UUID payment, UUID reference, Money amount) {
    // Whoever asks at the same time waits here, and finds it done.
    payments.lock(payment);
    return payments.isRefunded(reference) || payments.refund(payment, reference, amount);
  }

  /** The payment whose page somebody opens. */
  public Optional<DemoPayment> find(@NotNull String id) {
    return payments.find(id);
  }

  /** Where the buyer goes from the page; empty when that was long ago. */
  public Optional<URI> back(@NotNull String id) {
    return payments
        .back(id)
        .map(where -> URI.create(new String(box.open(where, id), StandardCharsets.UTF_8)));
  }

  /** What is wrong with a card, so that it has to be typed again; empty when it is a card. */
  public Optional<CardFault> fault(@NotNull @Valid CardInput card) {
    if (!card.isWhole()) {
      return Optional.of(CardFault.NUMBER);
    }
    return card.isExpired(Clock.systemUTC()) ? Optional.of(CardFault.EXPIRED) : Optional.empty();
  }

  /**
   * Takes the card that was typed on the page, if one is still wanted.
   *
   * @return how the payment stands then
   */
  public Optional<DemoPayment> pay(@NotNull String id, @NotNull @Valid CardInput card) {
    Effect effect =
        card.isExpired(Clock.systemUTC())
            ? declined(DECLINED)
            : DemoCard.ofNumber(card.digits())
                .map(DemoProvider::effect)
                .orElseGet(() -> declined(DECLINED));
    return decide(id, DemoStatus.OPEN, effect);
  }

  /** What the buyer says to his bank, if it is still asking. */
  public Optional<DemoPayment> confirm(@NotNull String id, boolean isConfirmed) {
    return decide(
        id, DemoStatus.CHALLENGE, isConfirmed ? effect(DemoCard.APPROVED) : declined(DECLINED));
  }

  private Optional<DemoPayment> decide(String id, DemoStatus from, Effect effect) {
    Optional<DemoPayment> known = payments.lock(id);
    if (known.filter(payment -> payment.status() == from).isEmpty()) {
      return known;
    }
    payments.move(known.orElseThrow(), effect);
    if (effect.notices() > 0) {
      payments.tell(id, noticeId(), effect.status(), effect.notices());
    }
    return payments.find(id);
  }

  /** Approves what has taken its time. */
  public void decideDue() {
    payments.decideDue();
  }

  /** Forgets some of the addresses to which buyers went back a day ago; returns how many. */
  public int forget() {
    return payments.forget(FORGET_BATCH);
  }
}
