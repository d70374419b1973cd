package shop.emporium.ejb.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.chat.MessageText;

/**
 * What a shopper adds to a ticket.
 *
 * @param message plain, of several lines
 */
public record TicketAnswer(
    @NotBlank(message = "must not be empty")
        @Size(max = MessageText.MAX, message = "must have at most {max} characters")
        String message) {

  /** As it was typed, without what cannot be kept. */
  public static TicketAnswer typed(String message) {
    return new TicketAnswer(MessageText.clean(message).orElse(""));
  }
}
