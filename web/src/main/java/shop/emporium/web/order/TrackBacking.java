package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import shop.emporium.ejb.order.OrderPath;
import shop.emporium.ejb.order.TrackService;
import shop.emporium.web.customer.AccountForms;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/** The way to an order without an account: {@code /track}, by its number and the address. */
@Named("track")
@RequestScoped
public class TrackBacking {

  @Inject private TrackService orders;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;

  public void load() {
    forms.on("track", "", this::open);
  }

  private String open() {
    return orders
        .open(form.typed("orderNumber").strip(), form.typed("email").strip(), current.caller())
        .map(opened -> OrderPath.of(opened.number(), opened.link()))
        .orElseGet(
            () -> {
              form.refuse(Fault.of("track-unknown", null));
              return null;
            });
  }
}
