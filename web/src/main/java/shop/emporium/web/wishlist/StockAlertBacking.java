package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.wishlist.StockAlertService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/** To be told when something is back: {@code /stock-alert?sku=…}. */
@Named("stockAlert")
@RequestScoped
public class StockAlertBacking {

  private static final int LONGEST_SKU = 100;

  @Inject private CatalogService catalog;
  @Inject private StockAlertService alerts;
  @Inject private CurrentCustomer current;
  @Inject private WishForms forms;
  @Inject private PageForm form;
  @Inject private PageCache cache;
  @Inject private PageLanguage language;

  private String sku;
  private String name;

  public void load() {
    cache.keepPrivate();
    sku = Optional.ofNullable(Faces.getRequestParameter("sku")).orElse("");
    Optional<String> found =
        sku.isEmpty() || sku.length() > LONGEST_SKU ? Optional.empty() : catalog.nameOf(sku);
    if (found.isEmpty()) {
      cache.notFound();
      return;
    }
    name = found.get();
    forms.on("await", this::ask);
  }

  private String ask() {
    Optional<SignedIn> person = current.find();
    boolean isConfirmed = false;
    if (person.isPresent()) {
      isConfirmed = alerts.ask(person.get().customer(), sku, current.caller());
    } else {
      alerts.askAsGuest(sku, form.typed("email"), language.getCode(), current.caller());
    }
    return "/stock-alert?sku="
        + Format.encoded(sku)
        + (isConfirmed ? "&done=alert-on" : "&done=alert-mail");
  }

  public String getSku() {
    return sku;
  }

  /** Name of the product. */
  public String getName() {
    return name;
  }

  /** Whether the address of an account is known. */
  public boolean isCustomer() {
    return current.find().isPresent();
  }
}
