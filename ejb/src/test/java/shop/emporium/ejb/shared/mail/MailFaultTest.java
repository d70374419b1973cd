package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class MailFaultTest {

  @Test
  void tellsTheWholeStoryInOneLine() {
    MessagingException failed =
        new MessagingException(
            "Exception reading\r\nresponse", new SocketTimeoutException("Read timed out"));
    assertThat(MailFault.of(failed))
        .isEqualTo(new MailFault("Exception reading response: Read timed out", false));
  }

  @Test
  void hasAWordForWhatHasNone() {
    assertThat(MailFault.of(new IOException())).isEqualTo(new MailFault("IOException", false));
  }

  @Test
  void knowsThatAnAddressStaysWrong() {
    assertThat(MailFault.of(new AddressException("No such domain")))
        .isEqualTo(new MailFault("No such domain", true));
  }
}
