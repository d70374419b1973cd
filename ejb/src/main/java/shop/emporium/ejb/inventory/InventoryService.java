package shop.emporium.ejb.inventory;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shop.emporium.domain.inventory.Hold;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.ejb.shared.LiveSetting;

/**
 * Holds, sells and puts back pieces.
 *
 * <p>Pieces are given by variant. Whoever calls this locks nothing afterwards: rows of variants
 * come last in the order of locks (docs/CHECKOUT.md), for they are what most people wait for.
 */
@Stateless
public class InventoryService {

  /** Reservations that are ended in one transaction. */
  static final int EXPIRY_BATCH = 50;

  private final LiveSetting minutes = new LiveSetting("store.reservation.minutes");

  @Inject private StockRepository stocks;
  @Inject private Event<StockMoved> moved;

  /**
   * Holds exactly these pieces for a checkout, whatever it held before. Its time goes on from when
   * it first held something: asking again does not lengthen it. When some pieces are short, nothing
   * changes.
   *
   * @param pieces 1 or more of each variant
   */
  public Reservation reserve(
      long checkout, @NotEmpty Map<@NotNull Long, @NotNull @Positive Integer> pieces) {
    Instant now = Instant.now();
    StockRepository.Begun begun = stocks.begin(checkout, Hold.from(now, length()));
    Map<Long, Integer> held = begun.isFresh() ? Map.of() : stocks.held(Set.of(checkout));
    Movement movement = new Movement(held, pieces, Map.of());
    List<Shelf> shelves = stocks.lock(movement.variants());
    List<Shortage> shortages = movement.shortages(shelves);
    if (!shortages.isEmpty()) {
      if (begun.isFresh()) {
        stocks.end(Set.of(checkout));
      }
      return Reservation.missing(shortages);
    }
    Hold hold = begun.hold().isGood(now) ? begun.hold() : Hold.from(now, length());
    stocks.hold(checkout, pieces, hold);
    move(movement, shelves);
    return Reservation.of(hold);
  }

  /** Until when a checkout holds something; empty when it holds nothing. */
  public Optional<Hold> holdOf(long checkout) {
    return stocks.find(checkout).filter(hold -> hold.isGood(Instant.now()));
  }

  /** Lets go what a checkout holds; nothing happens when it holds nothing. */
  public void release(long checkout) {
    if (stocks.lock(checkout).isPresent()) {
      end(List.of(checkout));
    }
  }

  /**
   * Sells pieces, those first that a checkout holds; what it holds beyond them is let go. When some
   * are short, nothing changes. For a transaction that writes the order.
   *
   * @param checkout that may hold some; empty when there was none before
   * @return what is short; nothing when all are sold
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<Shortage> sell(
      @NotNull Optional<Long> checkout,
      @NotEmpty Map<@NotNull Long, @NotNull @Positive Integer> pieces) {
    Optional<Long> holder = checkout.filter(one -> stocks.lock(one).isPresent());
    if (holder.isEmpty() && pieces.size() == 1 && sellOne(pieces)) {
      return List.of();
    }
    Map<Long, Integer> held = holder.map(one -> stocks.held(Set.of(one))).orElse(Map.of());
    Movement movement = new Movement(held, Map.of(), pieces);
    List<Shelf> shelves = stocks.lock(movement.variants());
    List<Shortage> shortages = movement.shortages(shelves);
    if (shortages.isEmpty()) {
      holder.ifPresent(one -> stocks.end(Set.of(one)));
      move(movement, shelves);
    }
    return shortages;
  }

  /** Most orders are of one thing: then one statement does it, if there is enough. */
  private boolean sellOne(Map<Long, Integer> pieces) {
    Map.Entry<Long, Integer> only = pieces.entrySet().iterator().next();
    Optional<String> sku = stocks.sellOne(only.getKey(), only.getValue());
    sku.ifPresent(one -> moved.fire(new StockMoved(Set.of(one))));
    return sku.isPresent();
  }

  /**
   * Puts sold pieces back on the shelf. For a transaction that writes so into the order.
   *
   * @param pieces variants that are no longer there are passed over
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void takeBack(@NotNull Map<@NotNull Long, @NotNull @Positive Integer> pieces) {
    List<Shelf> shelves = stocks.lock(pieces.keySet());
    move(new Movement(Map.of(), Map.of(), negated(there(pieces, shelves))), shelves);
  }

  /**
   * Holds sold pieces again for a checkout whose payment came to nothing, so that nobody takes them
   * before the next try. For a transaction that writes so into the order.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void holdAgain(
      long checkout, @NotNull Map<@NotNull Long, @NotNull @Positive Integer> pieces) {
    Hold hold = Hold.from(Instant.now(), length());
    stocks.begin(checkout, hold);
    List<Shelf> shelves = stocks.lock(pieces.keySet());
    Map<Long, Integer> there = there(pieces, shelves);
    stocks.hold(checkout, there, hold);
    move(new Movement(Map.of(), there, negated(there)), shelves);
  }

  /**
   * Ends some of the reservations whose time is over. Any node may ask, or all at once: each is
   * ended by one of them.
   *
   * @return how many; fewer than asked for when none is left
   */
  public int expire(@Min(1) @Max(EXPIRY_BATCH) int most) {
    List<Long> checkouts = stocks.lockExpired(most);
    if (!checkouts.isEmpty()) {
      end(checkouts);
    }
    return checkouts.size();
  }

  private void end(List<Long> checkouts) {
    Movement movement = new Movement(stocks.held(checkouts), Map.of(), Map.of());
    List<Shelf> shelves = stocks.lock(movement.variants());
    stocks.end(checkouts);
    move(movement, shelves);
  }

  private void move(Movement movement, List<Shelf> shelves) {
    if (movement.variants().isEmpty()) {
      return;
    }
    stocks.move(movement);
    Set<String> shown =
        shelves.stream()
            .filter(shelf -> movement.shows(shelf.variant()))
            .map(Shelf::sku)
            .collect(Collectors.toUnmodifiableSet());
    if (!shown.isEmpty()) {
      moved.fire(new StockMoved(shown));
    }
  }

  private static Map<Long, Integer> there(Map<Long, Integer> pieces, List<Shelf> shelves) {
    Map<Long, Integer> there = new TreeMap<>();
    shelves.forEach(shelf -> there.put(shelf.variant(), pieces.get(shelf.variant())));
    return there;
  }

  private static Map<Long, Integer> negated(Map<Long, Integer> pieces) {
    Map<Long, Integer> negated = new TreeMap<>();
    pieces.forEach((variant, count) -> negated.put(variant, -count));
    return negated;
  }

  /** A setting that is no number of minutes is as good as none. */
  private Duration length() {
    return minutes
        .value()
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(text -> Duration.ofMinutes(Long.parseLong(text)))
        .orElse(Hold.USUAL);
  }
}
