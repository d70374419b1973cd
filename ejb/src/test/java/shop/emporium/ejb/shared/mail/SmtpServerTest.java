package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.ejb.shared.mail.SmtpServer.Security;

class SmtpServerTest {

  @ParameterizedTest
  @CsvSource({
    "smtp://mail.example,mail.example,587,STARTTLS",
    "smtp://mail.example:2525/,mail.example,2525,STARTTLS",
    "SMTP://mail.example,mail.example,587,STARTTLS",
    "smtps://mail.example,mail.example,465,TLS",
    "smtps://localhost,localhost,465,TLS",
    "smtp+plain://mail.internal,mail.internal,25,NONE",
    "smtp://localhost:25,localhost,25,NONE",
    "smtp://127.0.0.1:25,127.0.0.1,25,NONE",
    "smtp://[::1]:25,[::1],25,NONE",
    "smtp://127.0.0.1.mail.example,127.0.0.1.mail.example,587,STARTTLS"
  })
  void isReadFromAnAddress(String address, String host, int port, Security security) {
    SmtpServer server = SmtpServer.parse(address);
    assertThat(server.host()).isEqualTo(host);
    assertThat(server.port()).isEqualTo(port);
    assertThat(server.security()).isEqualTo(security);
    assertThat(server.user()).isNull();
    assertThat(server.password()).isNull();
  }

  @Test
  void takesAnyCharacterInUserAndPassword() {
    SmtpServer server =
        SmtpServer.parse("smtp://shop%40mail.example:a+b%3A%2F%25%40:c@mail.example");
    assertThat(server.user()).isEqualTo("shop@mail.example");
    assertThat(server.password()).isEqualTo("a+b:/%@:c");
    assertThat(SmtpServer.parse("smtp://shop@mail.example").user()).isEqualTo("shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example",
        "mail.example:587",
        "http://mail.example",
        "smtp:mail.example",
        "smtp://",
        "smtp://shop:sec ret@mail.example",
        "smtp://shop:secret@",
        "smtp://shop:sec%ret@mail.example"
      })
  void refusesWhatIsNoneAndDoesNotRepeatIt(String address) {
    assertThatThrownBy(() -> SmtpServer.parse(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("STORE_SMTP_URL")
        .hasMessageNotContaining("sec")
        .hasNoCause();
  }

  @Test
  void keepsItsPasswordToItself() {
    SmtpServer server = SmtpServer.parse("smtp://shop:secret@mail.example");
    assertThat(server.toString()).doesNotContain("secret");
    assertThat(server.properties("shop.example").toString()).doesNotContain("secret");
  }

  @Test
  void speaksOverTlsOrNotAtAll() {
    Properties starttls = SmtpServer.parse("smtp://mail.example").properties("shop.example");
    assertThat(starttls)
        .containsEntry("mail.smtp.starttls.enable", "true")
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    Properties tls = SmtpServer.parse("smtps://mail.example").properties("shop.example");
    assertThat(tls)
        .containsEntry("mail.smtp.ssl.enable", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtp://mail.example", "smtps://mail.example", "smtp://localhost"})
  void waitsForNothingWithoutEnd(String address) {
    Properties properties = SmtpServer.parse(address).properties("shop.example");
    for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      assertThat(Integer.parseInt(properties.getProperty("mail.smtp." + wait)))
          .as(wait)
          .isBetween(1_000, 30_000);
    }
  }
}
