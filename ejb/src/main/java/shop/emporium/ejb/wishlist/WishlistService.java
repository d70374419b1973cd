package shop.emporium.ejb.wishlist;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;
import shop.emporium.domain.wishlist.Wishlist;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.ProductDetails;

/**
 * Shows and changes what a customer wishes for. Pages and the REST interface come through here.
 *
 * <p>Changes to one customer's lists come one after another, whatever nodes they reach; whoever
 * looks on is told by {@link WishlistChanged}. What is somebody else's is not there.
 */
@Stateless
public class WishlistService {

  /** The most that {@link #wished} tells: what is older is not marked in pages. */
  static final int MOST_MARKED = 500;

  private static final long NO_LIST = 0;
  private static final int LONGEST_TYPED = 1_000;

  @Inject private WishlistRepository lists;
  @Inject private WishRepository wishes;
  @Inject private CatalogService catalog;
  @Inject private Event<WishlistChanged> changed;

  /** All lists of a customer, the default first. */
  public List<WishlistSummary> lists(long customer) {
    return lists.summaries(customer);
  }

  /** The default list with what is in it. */
  public WishlistView show(long customer) {
    return view(customer, requireDefault(customer));
  }

  /**
   * A list with what is in it.
   *
   * @throws WishlistException when the customer has no such list
   */
  public WishlistView show(long customer, long list) {
    return view(customer, require(customer, list));
  }

  /** How many different articles a customer wishes for, over all lists. */
  public int count(long customer) {
    return wishes.countOf(customer);
  }

  /** What to mark in a page, over all lists: the newest {@value #MOST_MARKED}. */
  public Wished wished(long customer) {
    return wishes.wished(customer, MOST_MARKED);
  }

  /**
   * Adds a wish to the default list. To wish for something twice is no fault.
   *
   * @throws WishlistException when the shop sells no such article, or the list is full
   */
  public void add(long customer, @NotNull @Sku String sku) {
    lock(customer);
    add(customer, requireDefault(customer), sku);
  }

  /**
   * Adds a wish to a list.
   *
   * @throws WishlistException when the customer has no such list, the shop sells no such article,
   *     or the list is full
   */
  public void add(long customer, long list, @NotNull @Sku String sku) {
    lock(customer);
    add(customer, require(customer, list), sku);
  }

  /**
   * Adds the variant of a product that its page begins with to the default list: what the heart on
   * a card means.
   *
   * @return its SKU
   * @throws WishlistException when the shop sells no such product, or the list is full
   */
  public String addProduct(long customer, @NotNull @Size(max = LONGEST_TYPED) String slug) {
    String sku = skuOf(slug);
    add(customer, sku);
    return sku;
  }

  /**
   * The variant that the heart on a product's card means: the one that its page begins with.
   *
   * @throws WishlistException when the shop sells no such product
   */
  public String skuOf(@NotNull @Size(max = LONGEST_TYPED) String slug) {
    return catalog
        .product(slug)
        .map(ProductDetails::preferred)
        .orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN_ARTICLE))
        .sku();
  }

  /**
   * Takes a wish out of a list. One that is not there is no fault, since a double click asks twice.
   *
   * @throws WishlistException when the customer has no such list
   */
  public void remove(long customer, long list, @NotNull @Sku String sku) {
    lock(customer);
    if (wishes.remove(require(customer, list).getId(), sku)) {
      changed.fire(new WishlistChanged(customer));
    }
  }

  /**
   * Takes a wish out of every list.
   *
   * @return where it was
   */
  public List<WishPlace> remove(long customer, @NotNull @Sku String sku) {
    lock(customer);
    return told(customer, wishes.removeEverywhere(customer, sku));
  }

  /**
   * Takes every variant of a product out of every list.
   *
   * @return where they were
   */
  public List<WishPlace> removeProduct(
      long customer, @NotNull @Size(max = LONGEST_TYPED) String slug) {
    lock(customer);
    return told(customer, wishes.removeProduct(customer, slug));
  }

  /**
   * Makes an empty list.
   *
   * @throws WishlistException when another one has this name, or there are {@link
   *     Wishlist#MAX_LISTS}
   */
  public WishlistSummary create(long customer, @NotNull @ListName String name) {
    lock(customer);
    if (lists.count(customer) >= Wishlist.MAX_LISTS) {
      throw new WishlistException(WishlistFault.TOO_MANY_LISTS);
    }
    requireFree(customer, name, NO_LIST);
    Wishlist list = new Wishlist(customer, name, Instant.now());
    lists.add(list);
    changed.fire(new WishlistChanged(customer));
    return new WishlistSummary(list.getId(), list.getName(), false, 0, null);
  }

  /**
   * Gives a list another name.
   *
   * @throws WishlistException when the customer has no such list, or another one has this name
   */
  public void rename(long customer, long list, @NotNull @ListName String name) {
    lock(customer);
    Wishlist renamed = require(customer, list);
    requireFree(customer, name, list);
    renamed.rename(name);
    changed.fire(new WishlistChanged(customer));
  }

  /**
   * Deletes a list with its wishes.
   *
   * @throws WishlistException when the customer has no such list, or it is the default one
   */
  public void delete(long customer, long list) {
    lock(customer);
    Wishlist deleted = require(customer, list);
    if (deleted.isDefault()) {
      throw new WishlistException(WishlistFault.DEFAULT_LIST);
    }
    lists.remove(deleted);
    changed.fire(new WishlistChanged(customer));
  }

  /**
   * Moves a wish to another list. One that stands there already stays as it is.
   *
   * @throws WishlistException when one of the lists is not the customer's, the first holds no such
   *     wish, or the other is full
   */
  public void move(long customer, long list, @NotNull @Sku String sku, long target) {
    lock(customer);
    Wishlist from = require(customer, list);
    Wishlist to = require(customer, target);
    if (!wishes.holds(list, sku)) {
      throw new WishlistException(WishlistFault.UNKNOWN);
    }
    if (from.getId() == to.getId()) {
      return;
    }
    requireRoom(to, sku);
    wishes.move(from.getId(), sku, to.getId());
    changed.fire(new WishlistChanged(customer));
  }

  /**
   * Lets whoever has a link look at a list, and makes that link; one from before is good no more.
   *
   * @return what the link ends with
   * @throws WishlistException when the customer has no such list
   */
  public String share(long customer, long list) {
    lock(customer);
    Secret link = Secret.random();
    require(customer, list).share(link);
    return link.value();
  }

  /**
   * Makes a list private again.
   *
   * @throws WishlistException when the customer has no such list
   */
  public void unshare(long customer, long list) {
    lock(customer);
    require(customer, list).unshare();
  }

  /** The list that a link opens; empty when it opens none, or none any more. */
  public Optional<SharedWishlist> shared(@NotNull @Size(max = LONGEST_TYPED) String token) {
    return Secret.parse(token)
        .flatMap(lists::shared)
        .map(
            list ->
                new SharedWishlist(
                    list.getName(),
                    SharedWishlist.firstName(lists.nameOf(list.getCustomer())),
                    wishes.list(list.getId())));
  }

  private void add(long customer, Wishlist list, String sku) {
    requireRoom(list, sku);
    if (wishes.add(list.getId(), sku)) {
      changed.fire(new WishlistChanged(customer));
    } else if (!wishes.isSold(sku)) {
      throw new WishlistException(WishlistFault.UNKNOWN_ARTICLE);
    }
  }

  private void requireRoom(Wishlist list, String sku) {
    if (wishes.count(list.getId()) >= Wishlist.MAX_WISHES && !wishes.holds(list.getId(), sku)) {
      throw new WishlistException(WishlistFault.LIST_FULL);
    }
  }

  private void requireFree(long customer, String name, long except) {
    if (lists.isNameTaken(customer, name.strip(), except)) {
      throw new WishlistException(WishlistFault.NAME_TAKEN);
    }
  }

  private WishlistView view(long customer, Wishlist list) {
    return lists.summaries(customer).stream()
        .filter(summary -> summary.id() == list.getId())
        .findFirst()
        .map(summary -> new WishlistView(summary, wishes.list(summary.id())))
        .orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN));
  }

  private List<WishPlace> told(long customer, List<WishPlace> places) {
    if (!places.isEmpty()) {
      changed.fire(new WishlistChanged(customer));
    }
    return places;
  }

  private void lock(long customer) {
    if (!lists.lockOwner(customer)) {
      throw new WishlistException(WishlistFault.UNKNOWN);
    }
  }

  private Wishlist require(long customer, long list) {
    return lists
        .find(customer, list)
        .orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN));
  }

  private Wishlist requireDefault(long customer) {
    return lists
        .findDefault(customer)
        .orElseThrow(() -> new WishlistException(WishlistFault.UNKNOWN));
  }
}
