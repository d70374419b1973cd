package shop.emporium.web.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.ejb.chat.CannedReply;
import shop.emporium.ejb.chat.FiguresView;
import shop.emporium.ejb.chat.InboxPage;
import shop.emporium.ejb.chat.InboxRow;
import shop.emporium.ejb.chat.PanelView;
import shop.emporium.ejb.chat.TimelineEntry;
import shop.emporium.ejb.chat.TimelinePage;
import shop.emporium.ejb.order.OrderBrief;
import shop.emporium.web.catalog.MediaAddress;
import shop.emporium.web.shared.MoneyView;

/** What the console of agents is told over REST. */
final class ConsoleJson {

  private ConsoleJson() {}

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A conversation in a list, or its head.
   *
   * @param customer 0 for a guest
   * @param agent 0 for nobody
   * @param text the beginning of what was said last
   * @param hit what was found in it; may be empty
   */
  public record Row(
      long conversation,
      String channel,
      String status,
      long customer,
      String name,
      String email,
      String phone,
      String subject,
      String language,
      long agent,
      String agentName,
      List<String> tags,
      String text,
      String from,
      int unread,
      Instant said,
      Instant since,
      Instant createdAt,
      Instant closedAt,
      int stars,
      String comment,
      String hit) {

    static Row of(InboxRow row) {
      return new Row(
          row.conversation(),
          lower(row.channel()),
          lower(row.status()),
          row.customer(),
          row.name(),
          row.email(),
          row.phone(),
          row.subject(),
          row.language(),
          row.agent(),
          row.agentName(),
          row.tags(),
          row.text(),
          row.from().code(),
          row.unread(),
          row.saidAt(),
          row.waitingSince(),
          row.createdAt(),
          row.closedAt(),
          row.stars(),
          row.comment(),
          row.hit());
    }
  }

  /**
   * A page of the inbox.
   *
   * @param total counted up to 1,000
   */
  public record Page(List<Row> items, int page, int size, int total) {

    static Page of(InboxPage page) {
      return new Page(
          page.items().stream().map(Row::of).toList(), page.page(), page.size(), page.total());
    }
  }

  /**
   * Something in a cart.
   *
   * @param picture address on this host, or null
   * @param available pieces that can be bought now
   */
  public record Line(
      String slug,
      String name,
      String options,
      String picture,
      int quantity,
      MoneyView total,
      int available) {

    static Line of(CartLineView line) {
      return new Line(
          line.slug(),
          line.name(),
          line.options(),
          line.picture() == null ? null : MediaAddress.card(line.picture()),
          line.quantity(),
          MoneyView.of(line.total()),
          line.available());
    }
  }

  /** What is in a cart now. */
  public record Cart(List<Line> lines, int count, MoneyView subtotal) {

    static Cart of(CartView cart) {
      return cart == null
          ? null
          : new Cart(
              cart.lines().stream().map(Line::of).toList(),
              cart.count(),
              MoneyView.of(cart.subtotal()));
    }
  }

  /** An order in one line. */
  public record Order(String number, String status, Instant placedAt, MoneyView total, int pieces) {

    static Order of(OrderBrief order) {
      return new Order(
          order.number().text(),
          lower(order.status()),
          order.placedAt(),
          MoneyView.of(order.total()),
          order.pieces());
    }
  }

  /**
   * Who is at the other end.
   *
   * @param signedIn false for a guest: what such a one has typed is not known to be true
   * @param since when the account was made; null for a guest
   * @param cart null for a guest, whose cart only the browser knows
   */
  public record Person(
      Row conversation,
      boolean signedIn,
      Instant since,
      int orders,
      MoneyView spent,
      List<Order> latest,
      Cart cart,
      List<Row> earlier) {

    static Person of(PanelView view) {
      return new Person(
          Row.of(view.conversation()),
          view.isCustomer(),
          view.since(),
          view.orders(),
          MoneyView.of(view.spent()),
          view.latest().stream().map(Order::of).toList(),
          Cart.of(view.cart()),
          view.earlier().stream().map(Row::of).toList());
    }
  }

  /**
   * Something that happened.
   *
   * @param kind chat, ticket, form, callback, order or mail
   * @param text which mail it is, where it is one
   * @param amount of an order; null else
   */
  public record Entry(
      String kind, String id, Instant at, String status, String text, MoneyView amount, int count) {

    static Entry of(TimelineEntry entry) {
      return new Entry(
          entry.kind().code(),
          entry.id(),
          entry.at(),
          entry.status(),
          entry.text(),
          MoneyView.of(entry.amount()),
          entry.count());
    }
  }

  /** A page of what happened, the newest first. */
  public record Timeline(List<Entry> items, int page, int size, boolean more) {

    static Timeline of(TimelinePage page) {
      return new Timeline(
          page.items().stream().map(Entry::of).toList(), page.page(), page.size(), page.more());
    }
  }

  /** What is sent to give a coupon: a percent or an amount. */
  public record NewCoupon(Integer percent, MoneyView amount) {}

  /** A coupon that was given. */
  public record Coupon(String code, Instant until) {}

  /** An answer that is ready. */
  public record Reply(long id, String shortcut, String language, String title, String body) {

    static Reply of(CannedReply reply) {
      return new Reply(reply.id(), reply.shortcut(), reply.language(), reply.title(), reply.body());
    }
  }

  /** All answers that are ready. */
  public record Replies(List<Reply> items) {

    static Replies of(List<CannedReply> replies) {
      return new Replies(replies.stream().map(Reply::of).toList());
    }
  }

  /** What is sent to have an answer ready. */
  public record TypedReply(String shortcut, String language, String title, String body) {}

  /**
   * Figures; times in seconds, null where there is none.
   *
   * @param stars average with one decimal; null where nobody rated
   */
  public record Sum(
      int conversations,
      Integer waitingMedian,
      Integer waiting95,
      Integer answerMedian,
      Integer answer95,
      int resolved,
      String stars) {

    static Sum of(FiguresView.Sum sum) {
      return new Sum(
          sum.conversations(),
          sum.waitingMedian(),
          sum.waiting95(),
          sum.answerMedian(),
          sum.answer95(),
          sum.resolved(),
          sum.stars() == null ? null : sum.stars().toPlainString());
    }
  }

  /** Figures of a day. */
  public record Day(LocalDate day, Sum figures) {}

  /** Figures of an agent. */
  public record Agent(long id, String name, Sum figures) {}

  /** Figures of some days. */
  public record Figures(
      LocalDate from, LocalDate to, Sum total, List<Day> days, List<Agent> agents) {

    static Figures of(FiguresView view) {
      return new Figures(
          view.from(),
          view.until(),
          Sum.of(view.total()),
          view.days().stream().map(day -> new Day(day.day(), Sum.of(day.sum()))).toList(),
          view.agents().stream()
              .map(agent -> new Agent(agent.id(), agent.name(), Sum.of(agent.sum())))
              .toList());
    }
  }
}
