package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.domain.chat.TicketState;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.Ticket;
import shop.emporium.ejb.chat.TicketKeys;
import shop.emporium.ejb.support.SupportService;
import shop.emporium.ejb.support.TicketAnswer;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PagePath;

/**
 * A ticket: {@code /support/1001}, for the customer who is signed in, or a guest by the browser's
 * key. {@code /support/open?key=…}, the link of a mail, has the browser keep a key to that ticket;
 * this changes nothing, so that programs may open it which look for viruses.
 */
@Named("ticket")
@RequestScoped
public class SupportBacking {

  private static final String PAGE = "/support/";
  private static final int GONE = 410;
  private static final int MOST_OTHERS = 10;

  @Inject private SupportService support;
  @Inject private TicketKeys keys;
  @Inject private TicketOwner owner;
  @Inject private CurrentCustomer current;
  @Inject private SupportForms forms;
  @Inject private PageForm form;
  @Inject private PageCache cache;
  @Inject private PagePath path;
  @Inject private HttpServletRequest request;

  private long number;
  private Ticket ticket;
  private FormToken token;
  private List<TicketRow> others = List.of();

  public void load() {
    cache.keepPrivate();
    String name = path.name().orElse("");
    if (name.equals("open")) {
      open();
      return;
    }
    number = name.matches("[1-9][0-9]{0,17}") ? Long.parseLong(name) : 0;
    Optional<ChatOwner> person = owner.find(number);
    if (person.isEmpty()) {
      cache.notFound();
      return;
    }
    token = FormToken.of(form.typed("token"));
    forms.on("answer", () -> answer(person.get()));
    show(person.get());
  }

  private void open() {
    Optional<Secret> key = Secret.parse(request.getParameter("key"));
    Optional<Long> wanted = key.flatMap(keys::conversationOf);
    if (wanted.isEmpty()) {
      Faces.getResponse().setStatus(GONE);
      return;
    }
    owner.follow(key.get(), Faces.getResponse());
    String page = PAGE + wanted.get();
    // A guest who has made an account since reads it there.
    boolean isOfCustomer = keys.owner(List.of(key.get()), wanted.get()).isEmpty();
    cache.seeOther(
        isOfCustomer ? "/login?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8) : page);
  }

  private String answer(ChatOwner person) {
    support.answer(person, number, token.id(), TicketAnswer.typed(form.typed("message")));
    return PAGE + number + "?done=ticket-answered";
  }

  private void show(ChatOwner person) {
    support.see(person, number);
    ticket = support.find(person, number).orElse(null);
    if (current.find().isEmpty()) {
      others = owner.find().map(this::others).orElse(List.of());
    }
  }

  private List<TicketRow> others(ChatOwner browser) {
    return support.list(browser, 1, MOST_OTHERS).items().stream()
        .filter(other -> other.number() != number)
        .map(other -> TicketRow.of(other, Faces.getLocale()))
        .toList();
  }

  /** Whether the link of a mail is not good any more. */
  public boolean isGone() {
    return number == 0;
  }

  public long getNumber() {
    return number;
  }

  /** What it is about. */
  public String getTitle() {
    return TicketWords.title(ticket.summary(), Faces.getLocale());
  }

  public String getState() {
    return TicketWords.state(ticket.summary().state(), Faces.getLocale());
  }

  public String getBadge() {
    return TicketWords.badge(ticket.summary().state());
  }

  /** Whether an answer opens it again. */
  public boolean isDone() {
    return ticket.summary().state() == TicketState.DONE;
  }

  /** What was said, in its order. */
  public List<SaidLine> getLines() {
    return ticket.lines().stream().map(line -> SaidLine.of(line, Faces.getLocale())).toList();
  }

  /** A guest's other tickets; customers have a page of them. */
  public List<TicketRow> getOthers() {
    return others;
  }

  /** Whether the reader is signed in. */
  public boolean isOfCustomer() {
    return current.find().isPresent();
  }

  /** What makes an answer that is sent twice one. */
  public String getToken() {
    return token.secret().value();
  }
}
