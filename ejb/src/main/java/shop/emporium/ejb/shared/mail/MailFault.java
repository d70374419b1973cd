package shop.emporium.ejb.shared.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a mail could not be sent.
 *
 * @param reason in one line for an operator: what the server answered, or what failed
 * @param isFinal whether another attempt would end the same way
 */
record MailFault(String reason, boolean isFinal) {

  /** Of a chain of exceptions, so many are told. */
  private static final int MOST = 5;

  /** What an attempt ended with. */
  static MailFault of(Exception failed) {
    boolean isFinal =
        failed instanceof AddressException
            || (failed instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0);
    return new MailFault(reason(failed), isFinal);
  }

  /** Jakarta Mail tells what happened in an exception, and what the server said in the next. */
  private static String reason(Exception failed) {
    List<String> said = new ArrayList<>();
    Exception next = failed;
    while (next != null && said.size() < MOST) {
      String message = next.getMessage();
      said.add(message == null ? next.getClass().getSimpleName() : message);
      next = next instanceof MessagingException chained ? chained.getNextException() : null;
    }
    return String.join(": ", said).replaceAll("[\\p{Cc}\\s]+", " ").strip();
  }
}
