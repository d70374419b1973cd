package shop.emporium.ejb.chat.assistant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import shop.emporium.domain.chat.Topic;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.chat.Assistant.Answer;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.order.OrderFilter;
import shop.emporium.ejb.order.OrderHistory;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderPath;
import shop.emporium.ejb.order.OrderSummary;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.ejb.order.ParcelView;
import shop.emporium.ejb.order.TrackService;

/**
 * How an order stands: a customer's own, or one for whoever knows its number and the address that
 * it was placed with, as on the page that tracks orders. Attempts are counted there, and whatever
 * of the two is wrong is answered alike.
 */
@ApplicationScoped
class OrderAnswers {

  private static final String ASK = "order.ask";
  private static final String ASK_NUMBER = "order.ask.number";
  private static final String ASK_EMAIL = "order.ask.email";
  private static final String NONE = "order.none";

  /** Whoever was told one of these is asked for a number, an address, or both. */
  private static final String[] ASKED = {ASK, ASK_NUMBER, ASK_EMAIL, NONE};

  private static final int MOST = 3;
  private static final int SECONDS = 60;

  /** How an order stands that is still to arrive. */
  private static final Set<OrderStatus> ON_ITS_WAY =
      Set.of(OrderStatus.PAID, OrderStatus.PACKED, OrderStatus.SHIPPED);

  @Inject private OrderHistory history;
  @Inject private OrderLookup orders;
  @Inject private TrackService tracking;

  /** Whether it is about an order, or an answer to what was asked for one. */
  boolean isMeant(Talk talk, Optional<Topic> topic) {
    OrderWords typed = OrderWords.in(List.of(talk.text()));
    if (talk.isAfter(ASKED)) {
      return !typed.isEmpty() || topic.isEmpty() || topic.get() == Topic.ORDER;
    }
    return topic.filter(Topic.ORDER::equals).isPresent()
        || (topic.isEmpty() && OrderWords.isNumber(talk.text()));
  }

  Answer answer(Talk talk) {
    OrderWords now = OrderWords.in(List.of(talk.text()));
    OrderWords all = OrderWords.in(talk.saidAfter(ASKED));
    if (now.isEmpty() && talk.isAfter(NONE)) {
      // Nothing new to try with; trying the same again would count against the shopper.
      return talk.say(ASK);
    }
    Optional<Long> customer = talk.question().customer();
    if (customer.isPresent()) {
      Optional<Answer> own = own(customer.orElseThrow(), all, talk);
      if (own.isPresent()) {
        return own.orElseThrow();
      }
    }
    if (all.isEmpty()) {
      return talk.say(ASK);
    }
    if (all.number().isEmpty()) {
      return talk.say(ASK_NUMBER);
    }
    return all.email().isEmpty()
        ? talk.say(ASK_EMAIL)
        : track(all.number().orElseThrow(), all.email().orElseThrow(), talk);
  }

  private Optional<Answer> own(long customer, OrderWords typed, Talk talk) {
    if (typed.number().isPresent()) {
      return orders
          .ofCustomer(customer, typed.number().orElseThrow())
          .map(order -> one(order, OrderPath.of(order.number()), talk));
    }
    if (typed.email().isPresent()) {
      return Optional.empty();
    }
    List<OrderSummary> last = history.list(customer, OrderFilter.all(MOST)).items();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    AssistantTexts texts = talk.texts();
    String lines = last.stream().map(order -> line(order, texts)).collect(Collectors.joining("\n"));
    return Optional.of(
        talk.answer(texts.get("order.list", lines), "choice.shipping", "choice.returns"));
  }

  private Answer track(OrderNumber number, String email, Talk talk) {
    try {
      return tracking
          .open(number.text(), email, talk.question().caller())
          .flatMap(opened -> orders.byLink(opened.number(), opened.link()))
          .map(order -> one(order, "/track", talk))
          .orElseGet(() -> talk.say(NONE));
    } catch (TooManyAttemptsException often) {
      long minutes = (often.getWait().toSeconds() + SECONDS - 1) / SECONDS;
      return talk.answer(talk.texts().get("order.wait", minutes));
    }
  }

  private static String line(OrderSummary order, AssistantTexts texts) {
    return texts.get(
        "order.line",
        order.number().text(),
        texts.day(LocalDate.ofInstant(order.placedAt(), DeliveryEstimate.PLACE)),
        status(order.status(), texts)
            + arrival(order.status(), order.arrivesFrom(), order.arrivesUntil(), texts),
        OrderPath.of(order.number()));
  }

  private static Answer one(OrderView order, String address, Talk talk) {
    AssistantTexts texts = talk.texts();
    String parcels =
        order.parcels().stream()
            .filter(parcel -> parcel.carrier() != null && parcel.tracking() != null)
            .limit(MOST)
            .map(parcel -> parcel(parcel, texts))
            .collect(Collectors.joining());
    return talk.answer(
        texts.get(
            "order.one",
            order.number().text(),
            texts.day(LocalDate.ofInstant(order.placedAt(), DeliveryEstimate.PLACE)),
            status(order.status(), texts)
                + arrival(order.status(), order.arrivesFrom(), order.arrivesUntil(), texts)
                + parcels,
            address),
        "choice.shipping",
        "choice.returns");
  }

  private static String status(OrderStatus status, AssistantTexts texts) {
    return texts.get("order.status." + status.name());
  }

  private static String arrival(
      OrderStatus status, LocalDate from, LocalDate until, AssistantTexts texts) {
    if (!ON_ITS_WAY.contains(status) || from == null || until == null) {
      return "";
    }
    return " "
        + (from.equals(until)
            ? texts.get("order.arrives", texts.day(until))
            : texts.get("order.arrives.span", texts.day(from), texts.day(until)));
  }

  private static String parcel(ParcelView parcel, AssistantTexts texts) {
    return " " + texts.get("order.parcel", parcel.carrier(), parcel.tracking());
  }
}
