package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.order.ReturnStatus;
import shop.emporium.domain.order.ShipmentStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.domain.shared.Move;
import shop.emporium.domain.shared.OneLine;

/**
 * Packs what is paid, and moves parcels until they are at the door, or back.
 *
 * <p>The order's row is locked first, so that of a cancellation and a parcel exactly one wins. The
 * order follows its parcels: it is packed with the first of them, on its way when all of it is, and
 * delivered when all of it has arrived.
 */
@Stateless
public class FulfilmentService {

  private static final Set<ShipmentStatus> LEFT =
      EnumSet.of(ShipmentStatus.SHIPPED, ShipmentStatus.DELIVERED, ShipmentStatus.RETURNED);
  private static final Set<ShipmentStatus> ARRIVED =
      EnumSet.of(ShipmentStatus.DELIVERED, ShipmentStatus.RETURNED);

  @Inject private OrderMover mover;
  @Inject private OrderViewRepository views;
  @Inject private OrderLookup lookup;
  @Inject private ParcelRepository parcels;
  @Inject private ReturnDesk returns;
  @Inject private InvoiceService invoices;
  @Inject private OrderMails mails;
  @Inject private Event<OrderChanged> changed;

  /**
   * Puts pieces into a parcel.
   *
   * @param pieces all that is not packed yet, when none are named
   * @return the parcel
   * @throws IllegalMoveException when the order is not paid, is cancelled, or has left already
   * @throws OrderException when there are not so many left to pack
   */
  public long pack(
      @NotNull OrderNumber number,
      @NotNull @Size(max = OrderedPieces.MOST) List<@NotNull @Valid OrderedPieces> pieces,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    LockedOrder locked = mover.lock(number);
    if (locked.status() != OrderStatus.PACKED && locked.status() != OrderStatus.PAID) {
      throw new IllegalMoveException(locked.status(), OrderStatus.PACKED);
    }
    OrderView order = view(number);
    Map<Integer, Integer> chosen =
        pieces.isEmpty()
            ? OrderedPieces.all(order, OrderLineView::unpacked)
            : OrderedPieces.among(order, pieces, OrderLineView::unpacked);
    if (chosen.isEmpty()) {
      throw new OrderException(OrderFault.NOTHING_LEFT);
    }
    long parcel =
        parcels.insert(
            number, chosen, new Move<>(null, ShipmentStatus.PACKED, by, Instant.now(), why));
    if (locked.status() == OrderStatus.PAID) {
      mover.move(locked, OrderStatus.PACKED, false, by, why);
    } else {
      changed.fire(new OrderChanged(number));
    }
    return parcel;
  }

  /**
   * Opens a parcel that is still here; its pieces are to be packed anew, and when it was the only
   * one, the order can be cancelled again.
   */
  public void reopen(
      @NotNull OrderNumber number,
      long parcel,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    LockedOrder locked = mover.lock(number);
    OrderView order = move(number, parcel, ShipmentStatus.UNPACKED, by, why);
    if (locked.status() == OrderStatus.PACKED && order.parcels().size() == 1) {
      mover.move(locked, OrderStatus.PAID, false, by, why);
    } else {
      changed.fire(new OrderChanged(number));
    }
  }

  /** Hands a parcel to a carrier, and writes the invoice if there is none yet. */
  public void ship(
      @NotNull OrderNumber number,
      long parcel,
      @NotNull @Valid Carriage with,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    LockedOrder locked = mover.lock(number);
    move(number, parcel, ShipmentStatus.SHIPPED, by, why);
    parcels.handOver(parcel, with);
    OrderView order = view(number);
    boolean isAll =
        order.lines().stream().allMatch(line -> piecesIn(order, line, LEFT) == line.quantity());
    if (locked.status() == OrderStatus.PACKED && isAll) {
      mover.move(locked, OrderStatus.SHIPPED, false, by, why);
    } else {
      changed.fire(new OrderChanged(number));
    }
    mails.shipped(order, parcel);
    // Its counter is the last row that is locked.
    invoices.issue(number);
  }

  /** A parcel has arrived. */
  public void deliver(
      @NotNull OrderNumber number,
      long parcel,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    LockedOrder locked = mover.lock(number);
    move(number, parcel, ShipmentStatus.DELIVERED, by, why);
    OrderView order = view(number);
    // Before the order moves: with that it may forget to whom to write.
    mails.delivered(order, parcel);
    follow(locked, order, by, why);
  }

  /**
   * A parcel came back: its money goes back, and its pieces on the shelf if they are as good as
   * new.
   */
  public void takeBack(
      @NotNull OrderNumber number,
      long parcel,
      boolean restock,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    LockedOrder locked = mover.lock(number);
    refuseWhatComesByAReturn(view(number), parcel);
    move(number, parcel, ShipmentStatus.RETURNED, by, why);
    OrderView order = view(number);
    Map<Integer, Integer> pieces =
        OrderedPieces.all(
            order,
            line -> Math.min(piecesOf(order, parcel, line), line.quantity() - line.returned()));
    if (pieces.isEmpty()) {
      follow(locked, order, by, why);
    } else {
      returns.take(locked, order, pieces, ReturnReason.UNDELIVERABLE, restock, by, why);
    }
  }

  /** The same pieces would be paid back twice. */
  private static void refuseWhatComesByAReturn(OrderView order, long parcel) {
    for (OrderLineView line : order.lines()) {
      if (piecesOf(order, parcel, line) == 0) {
        continue;
      }
      boolean isAsked =
          order.returns().stream()
              .filter(wish -> wish.status() == ReturnStatus.REQUESTED)
              .flatMap(wish -> wish.pieces().stream())
              .anyMatch(pieces -> pieces.position() == line.position());
      boolean isWithBuyer =
          order.parcels().stream()
              .anyMatch(one -> one.id() == parcel && one.status() == ShipmentStatus.DELIVERED);
      int sentBack = line.returned() - piecesIn(order, line, Set.of(ShipmentStatus.RETURNED));
      if (isAsked || (isWithBuyer && sentBack > 0)) {
        throw new OrderException(OrderFault.RETURNED_OTHERWISE);
      }
    }
  }

  /** An order is delivered when all of it has arrived, or come back. */
  private void follow(LockedOrder locked, OrderView order, Actor by, String why) {
    boolean isAll = order.parcels().stream().allMatch(parcel -> ARRIVED.contains(parcel.status()));
    if (locked.status() == OrderStatus.SHIPPED && isAll) {
      mover.move(locked, OrderStatus.DELIVERED, false, by, why);
    } else {
      changed.fire(new OrderChanged(order.number()));
    }
  }

  /** Moves a parcel; returns the order as it was before. */
  private OrderView move(
      OrderNumber number, long parcel, ShipmentStatus next, Actor by, String why) {
    OrderView order = view(number);
    ShipmentStatus from =
        order.parcels().stream()
            .filter(one -> one.id() == parcel)
            .findFirst()
            .orElseThrow(() -> new OrderException(OrderFault.UNKNOWN_PARCEL))
            .status();
    parcels.move(parcel, new Move<>(from, from.move(next), by, Instant.now(), why));
    return order;
  }

  private OrderView view(OrderNumber number) {
    return views.find(number, lookup.days()).orElseThrow();
  }

  private static int piecesIn(OrderView order, OrderLineView line, Set<ShipmentStatus> statuses) {
    return order.parcels().stream()
        .filter(parcel -> statuses.contains(parcel.status()))
        .flatMap(parcel -> parcel.pieces().stream())
        .filter(pieces -> pieces.position() == line.position())
        .mapToInt(ParcelView.Pieces::quantity)
        .sum();
  }

  private static int piecesOf(OrderView order, long parcel, OrderLineView line) {
    return order.parcels().stream()
        .filter(one -> one.id() == parcel)
        .flatMap(one -> one.pieces().stream())
        .filter(pieces -> pieces.position() == line.position())
        .mapToInt(ParcelView.Pieces::quantity)
        .sum();
  }
}
