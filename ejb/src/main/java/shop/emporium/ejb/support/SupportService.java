package shop.emporium.ejb.support;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.function.Supplier;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.chat.Filed;
import shop.emporium.ejb.chat.FormDesk;
import shop.emporium.ejb.chat.Ticket;
import shop.emporium.ejb.chat.TicketPage;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.Throttle;
import shop.emporium.ejb.customer.ThrottleKind;
import shop.emporium.ejb.shared.Retries;

/**
 * Takes questions by forms, and shows and continues tickets.
 *
 * <p>A form that is sent twice is kept once. Forms are counted before they are kept, outside of any
 * transaction: each sends a mail to whatever address was typed. Nobody learns here whether an
 * address has an account.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SupportService {

  private static final int MOST_PAGES = 10_000;

  @Inject private FormDesk desk;
  @Inject private Throttle throttle;
  @Inject private Retries retries;

  /**
   * A customer asks something.
   *
   * @param form with name and address of the account
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many came of late
   */
  public Filed ask(long customer, @NotNull @Valid ContactForm form, @NotNull Caller caller) {
    return counted(person(customer), caller, () -> desk.file(customer, form.toForm()));
  }

  /**
   * A guest asks something.
   *
   * @param key what the browser has, or is given after this: it opens the ticket from now on
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many came of late
   */
  public Filed askAsGuest(
      @NotNull Secret key, @NotNull @Valid ContactForm form, @NotNull Caller caller) {
    return counted(form.person(), caller, () -> desk.fileAsGuest(key, form.toForm()));
  }

  /**
   * A customer wants to be called.
   *
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many came of late
   */
  public Filed callBack(long customer, @NotNull @Valid CallBackForm form, @NotNull Caller caller) {
    return counted(person(customer), caller, () -> desk.file(customer, form.toForm()));
  }

  /**
   * A guest wants to be called.
   *
   * @param key what the browser has, or is given after this: it opens the ticket from now on
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many came of late
   */
  public Filed callBackAsGuest(
      @NotNull Secret key, @NotNull @Valid CallBackForm form, @NotNull Caller caller) {
    String mailed =
        Optional.ofNullable(form.email()).map(email -> form.toForm().email()).orElse("");
    if (!mailed.isEmpty()) {
      throttle.enter(ThrottleKind.SUPPORT_PERSON, mailed);
    }
    return counted(form.person(), caller, () -> desk.fileAsGuest(key, form.toForm()));
  }

  private Filed counted(String person, Caller caller, Supplier<Filed> open) {
    throttle.enter(ThrottleKind.SUPPORT_NETWORK, caller.network());
    throttle.enter(ThrottleKind.SUPPORT_PERSON, person);
    Filed filed = retries.run(open);
    if (!filed.isNew()) {
      throttle.release(ThrottleKind.SUPPORT_NETWORK, caller.network());
      throttle.release(ThrottleKind.SUPPORT_PERSON, person);
    }
    return filed;
  }

  private static String person(long customer) {
    return "customer:" + customer;
  }

  /**
   * A page of somebody's tickets, those first in which something was said last.
   *
   * @param page from 1
   * @param size 1 to {@link FormDesk#MOST_TICKETS}
   */
  public TicketPage list(
      @NotNull ChatOwner owner,
      @Min(1) @Max(MOST_PAGES) int page,
      @Min(1) @Max(FormDesk.MOST_TICKETS) int size) {
    return desk.list(owner, page, size);
  }

  /** One of somebody's tickets; empty when there is none of this number, or it is not theirs. */
  public Optional<Ticket> find(@NotNull ChatOwner owner, long number) {
    return desk.find(owner, number);
  }

  /** Notes that its shopper looks at a ticket: agents see that it was read. */
  public void see(@NotNull ChatOwner owner, long number) {
    desk.see(owner, number);
  }

  /**
   * A shopper adds something to a ticket; one that is done is open again.
   *
   * @param id made by who says it: said again it is the same message
   * @return the number of the message
   * @throws shop.emporium.ejb.chat.TicketException when there is none of this number, it is not
   *     theirs, or it cannot be opened again
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when too many came of late
   */
  public int answer(
      @NotNull ChatOwner owner,
      long number,
      @NotNull @Pattern(regexp = ContactForm.ID_FORM) String id,
      @NotNull @Valid TicketAnswer answer) {
    // Whose it is not is counted for nobody, and told by what follows.
    if (desk.find(owner, number).isPresent()) {
      throttle.enter(ThrottleKind.SUPPORT_TICKET, Long.toString(number));
    }
    return retries.run(() -> desk.answer(owner, number, id, answer.message()));
  }
}
