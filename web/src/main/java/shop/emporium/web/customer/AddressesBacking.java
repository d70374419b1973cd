package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.customer.AddressBookService;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.ejb.customer.AddressView;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.Choice;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;

/**
 * The address book: the list of it, or one address to be typed with {@code ?add=1} or {@code
 * ?edit=ID}.
 */
@Named("addresses")
@RequestScoped
public class AddressesBacking {

  private static final String PAGE = "/account/addresses";

  /** Where most parcels of the shop go. */
  private static final String USUAL_COUNTRY = "DE";

  @Inject private AddressBookService book;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;
  @Inject private PageCache cache;

  private List<AddressView> all;
  private AddressView edited;
  private String owner;

  public void load() {
    SignedIn person = current.require();
    owner = person.name();
    forms.on("address", "", () -> save(person.customer()));
    forms.on("remove", "", () -> remove(person.customer()));
    forms.on("prefer", "", () -> prefer(person.customer()));
    all = book.list(person.customer());
    if (isTyping()) {
      long id = form.number("edit");
      edited = all.stream().filter(entry -> entry.id() == id).findFirst().orElse(null);
      if (id != 0 && edited == null) {
        cache.notFound();
      }
    }
  }

  private String save(long customer) {
    AddressFields typed =
        new AddressFields(
            form.typed("name").strip(),
            form.typed("line1").strip(),
            form.typed("line2").strip(),
            form.typed("city").strip(),
            form.typed("region").strip(),
            form.typed("postalCode").strip(),
            form.typed("country"),
            form.typed("phone").strip(),
            form.ticked("address", "isPreferred", false));
    long id = form.number("edit");
    if (id == 0) {
      book.add(customer, typed);
      return PAGE + "?done=address-added";
    }
    book.change(customer, id, typed);
    return PAGE + "?done=address-changed";
  }

  private String remove(long customer) {
    book.remove(customer, form.number("id"));
    return PAGE + "?done=address-removed";
  }

  private String prefer(long customer) {
    book.prefer(customer, form.number("id"));
    return PAGE + "?done=address-default";
  }

  /** Whether one address is typed, and not all are shown. */
  public boolean isTyping() {
    return form.isSent("address")
        || Faces.getRequestParameter("add") != null
        || Faces.getRequestParameter("edit") != null;
  }

  public List<AddressView> getAll() {
    return all;
  }

  /** The address that is changed; null when a new one is typed. */
  public AddressView getEdited() {
    return edited;
  }

  /** Who most likely receives a new address's parcels. */
  public String getOwner() {
    return owner;
  }

  /** The country of a new address, until another one is chosen. */
  public String getUsualCountry() {
    return USUAL_COUNTRY;
  }

  /** The countries by name. */
  public List<Choice> getCountries() {
    return Countries.in(Faces.getLocale());
  }

  /** The name of a country in the language of the page. */
  public String country(String code) {
    return Countries.name(code, Faces.getLocale());
  }
}
