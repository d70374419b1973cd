package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnifaces.util.Faces;
import shop.emporium.domain.wishlist.Wishlist;
import shop.emporium.ejb.wishlist.StockAlertService;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.ejb.wishlist.WishlistSummary;
import shop.emporium.ejb.wishlist.WishlistView;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageHead;
import shop.emporium.web.shared.PageText;

/**
 * The customer's lists, one of them open: {@code /account/wishlist}, or {@code ?list=7} for another
 * than the default one.
 */
@Named("wishlist")
@RequestScoped
public class WishlistBacking {

  @Inject private WishlistService wishlists;
  @Inject private StockAlertService alerts;
  @Inject private CurrentCustomer current;
  @Inject private WishlistActions actions;
  @Inject private WishNotices noticesAbout;
  @Inject private PageCache cache;
  @Inject private PageHead head;
  @Inject private HttpServletRequest request;

  private WishlistView view;
  private List<WishlistSummary> lists;
  private Set<String> awaited;
  private List<WishNotice> notices;

  public void load() {
    long customer = current.require().customer();
    Optional<Long> list = typedList();
    if (list.isEmpty() && request.getParameter("list") != null) {
      cache.notFound();
      return;
    }
    try {
      view = list.map(id -> wishlists.show(customer, id)).orElseGet(() -> wishlists.show(customer));
    } catch (WishlistException unknown) {
      cache.notFound();
      return;
    }
    actions.on(customer, view.list());
    lists = wishlists.lists(customer);
    awaited = Set.copyOf(alerts.awaited(customer));
    notices = noticesAbout.about(view);
  }

  private Optional<Long> typedList() {
    return Optional.ofNullable(request.getParameter("list"))
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }

  public WishlistView getView() {
    return view;
  }

  /** What the open list is called. */
  public String getName() {
    return view == null ? "" : name(view.list());
  }

  /** What a list is called in the language of the page. */
  public String name(WishlistSummary list) {
    return list.name().isEmpty() ? PageText.of("wish.default", Faces.getLocale()) : list.name();
  }

  /** All lists, the default first. */
  public List<WishlistSummary> getLists() {
    return lists;
  }

  /** The lists to which a wish of this one can move. */
  public List<WishlistSummary> getOthers() {
    return lists.stream().filter(list -> list.id() != view.list().id()).toList();
  }

  public boolean isAwaited(String sku) {
    return awaited.contains(sku);
  }

  public List<WishNotice> getNotices() {
    return notices;
  }

  public boolean canMakeAnother() {
    return lists.size() < Wishlist.MAX_LISTS;
  }

  /** The whole address of the shared list. */
  public String getLink() {
    return head.site() + WishlistJson.path(view.list().shareToken());
  }

  /** Where forms of this page go. */
  public String getAddress() {
    return WishlistActions.address(view.list());
  }
}
