package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.wishlist.StockAlertService;
import shop.emporium.ejb.wishlist.StockAlertView;
import shop.emporium.web.shared.PageCache;

/**
 * Where the links of mails about stock lead: {@code /back-in-stock?token=…}. To open it changes
 * nothing, since programs that look for viruses open links too; its buttons do.
 */
@Named("alertLink")
@RequestScoped
public class StockAlertLinkBacking {

  private static final String PAGE = "/back-in-stock?";

  @Inject private StockAlertService alerts;
  @Inject private WishForms forms;
  @Inject private PageCache cache;

  private String token;
  private StockAlertView alert;

  public void load() {
    cache.keepPrivate();
    token = Faces.getRequestParameter("token");
    token = token == null || token.length() > 100 ? "" : token;
    forms.on(
        "confirm",
        () -> {
          alerts.confirm(token);
          return PAGE + "token=" + token + "&done=alert-on";
        });
    forms.on(
        "forget",
        () -> {
          alerts.forget(token);
          return PAGE + "done=alert-forgotten";
        });
    alert = alerts.find(token).orElse(null);
  }

  public String getToken() {
    return token;
  }

  /** What the link is about; null when it is not good any more. */
  public StockAlertView getAlert() {
    return alert;
  }
}
