package shop.emporium.ejb.support;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.chat.Filed;
import shop.emporium.ejb.chat.FormDesk;
import shop.emporium.ejb.chat.NewForm;

/** Keeps a form and the mail about it, in one transaction. */
@Stateless
public class TicketStore {

  @Inject private FormDesk desk;
  @Inject private TicketMails mails;

  /** Keeps a customer's form. */
  public Filed open(long customer, NewForm form) {
    return told(desk.file(customer, form), form);
  }

  /** Keeps a guest's form. */
  public Filed openAsGuest(Secret key, NewForm form) {
    return told(desk.fileAsGuest(key, form), form);
  }

  private Filed told(Filed filed, NewForm form) {
    if (filed.isNew()) {
      mails.received(filed.conversation(), form.channel());
    }
    return filed;
  }
}
