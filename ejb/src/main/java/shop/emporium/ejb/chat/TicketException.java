package shop.emporium.ejb.chat;

import jakarta.ejb.ApplicationException;

/** Something about a ticket cannot be done, for a reason that people can be told. */
@ApplicationException(rollback = true)
public class TicketException extends RuntimeException {

  private final TicketFault fault;

  TicketException(TicketFault fault) {
    super(fault.words());
    this.fault = fault;
  }

  public TicketFault getFault() {
    return fault;
  }
}
