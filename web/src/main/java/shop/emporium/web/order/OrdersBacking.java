package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.order.OrderFilter;
import shop.emporium.ejb.order.OrderHistory;
import shop.emporium.ejb.order.OrderPage;
import shop.emporium.ejb.order.OrderSummary;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Choice;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/**
 * What a customer has ordered: {@code /account/orders}, with {@code state}, {@code year}, {@code
 * find} and {@code page}. What an address says that is none of these is as good as nothing.
 */
@Named("orders")
@RequestScoped
public class OrdersBacking {

  private static final int SIZE = 10;
  private static final int LONGEST = 100;

  /** Groups of states, as people tell them apart. */
  private static final Map<String, Set<OrderStatus>> STATES =
      Map.of(
          "open",
          EnumSet.of(OrderStatus.PLACED, OrderStatus.PAID, OrderStatus.PACKED, OrderStatus.SHIPPED),
          "delivered",
          EnumSet.of(OrderStatus.DELIVERED),
          "returned",
          EnumSet.of(OrderStatus.RETURNED),
          "cancelled",
          EnumSet.of(OrderStatus.CANCELLED));

  @Inject private OrderHistory orders;
  @Inject private CurrentCustomer current;
  @Inject private HttpServletRequest request;

  private OrderPage page;
  private List<Integer> years;
  private String state;
  private String year;
  private String find;

  public void load() {
    long customer = current.require().customer();
    years = orders.years(customer);
    state = STATES.containsKey(typed("state")) ? typed("state") : "";
    year = years.stream().map(String::valueOf).filter(typed("year")::equals).findFirst().orElse("");
    find = typed("find").strip();
    int number = typed("page").matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed("page")) : 1;
    page =
        orders.list(
            customer,
            new OrderFilter(
                STATES.getOrDefault(state, Set.of()),
                year.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(year)),
                find,
                number,
                SIZE));
  }

  private String typed(String parameter) {
    String typed = request.getParameter(parameter);
    // A null byte cannot be stored, nor be looked for.
    boolean isFit = typed != null && typed.length() <= LONGEST && typed.indexOf('\0') < 0;
    return isFit ? typed : "";
  }

  public OrderPage getPage() {
    return page;
  }

  public String getState() {
    return state;
  }

  public String getYear() {
    return year;
  }

  public String getFind() {
    return find;
  }

  public boolean isFiltered() {
    return !state.isEmpty() || !year.isEmpty() || !find.isEmpty();
  }

  /** Whether nothing was ever ordered. */
  public boolean isNone() {
    return years.isEmpty();
  }

  public List<Choice> getStates() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", text("orders.state.all")));
    choices.add(new Choice("open", text("orders.state.open")));
    choices.add(new Choice("delivered", text("orders.state.delivered")));
    choices.add(new Choice("returned", text("orders.state.returned")));
    choices.add(new Choice("cancelled", text("orders.state.cancelled")));
    return choices;
  }

  public List<Choice> getYears() {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", text("orders.year.all")));
    years.forEach(one -> choices.add(new Choice(String.valueOf(one), String.valueOf(one))));
    return choices;
  }

  public String placed(OrderSummary order) {
    return OrderWords.day(order.placedAt(), Faces.getLocale());
  }

  /** What is in it, in a line. */
  public String content(OrderSummary order) {
    return String.join(", ", order.first().stream().map(OrderSummary.Article::name).toList());
  }

  public String state(OrderSummary order) {
    return text("order.step." + order.status().name().toLowerCase(Locale.ROOT));
  }

  /** The address of another page of the same list, without language. */
  public String address(int number) {
    return "/account/orders?state="
        + state
        + "&year="
        + year
        + "&find="
        + Format.encoded(find)
        + "&page="
        + number;
  }

  private static String text(String key) {
    return PageText.of(key, Faces.getLocale());
  }
}
