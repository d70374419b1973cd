package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.TicketPage;
import shop.emporium.ejb.support.SupportService;
import shop.emporium.web.customer.CurrentCustomer;

/** A customer's tickets with their states: {@code /account/tickets?page=2}. */
@Named("myTickets")
@RequestScoped
public class MyTicketsBacking {

  private static final int SIZE = 20;

  @Inject private SupportService support;
  @Inject private CurrentCustomer current;
  @Inject private HttpServletRequest request;

  private TicketPage page;

  public void load() {
    String typed = Optional.ofNullable(request.getParameter("page")).orElse("");
    int number = typed.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(typed) : 1;
    ChatOwner person = new ChatOwner(Optional.of(current.require().customer()), Optional.empty());
    page = support.list(person, number, SIZE);
  }

  public TicketPage getPage() {
    return page;
  }

  public List<TicketRow> getRows() {
    return page.items().stream().map(one -> TicketRow.of(one, Faces.getLocale())).toList();
  }
}
