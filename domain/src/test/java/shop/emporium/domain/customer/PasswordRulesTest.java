package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final EmailAddress email = EmailAddress.parse("Jo.Doe1980@example.com").orElseThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Demo-store-2026!",
        "correct horse battery staple",
        "nur zehn Zeichen",
        "密码密码密码密码密码",
        "          x         "
      })
  void takesWhatIsLongAndNotCommon(String password) {
    assertThat(PasswordRules.check(password, email)).isEmpty();
  }

  @Test
  void countsCharactersAndNotHowTheyAreStored() {
    assertThat(PasswordRules.check("😀".repeat(9), email)).contains(PasswordFault.TOO_SHORT);
    assertThat(PasswordRules.check("😀".repeat(10), email)).isEmpty();
    assertThat(PasswordRules.check("😀".repeat(200), email)).isEmpty();
    assertThat(PasswordRules.check("😀".repeat(201), email)).contains(PasswordFault.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jo.doe1980@example.com", "JO.DOE1980@EXAMPLE.COM", "Jo.Doe1980"})
  void refusesTheAddress(String password) {
    assertThat(PasswordRules.check(password, email)).contains(PasswordFault.EMAIL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qwertyuiop", "1234567890", "Password123", "superpassword", "Q1W2E3R4T5"})
  void refusesWhatIsTriedFirst(String password) {
    assertThat(PasswordRules.check(password, email)).contains(PasswordFault.COMMON);
  }
}
