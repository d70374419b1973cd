package shop.emporium.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import shop.emporium.web.shared.Choice;

class CountriesTest {

  @Test
  void areNamedInTheLanguageOfThePage() {
    assertThat(Countries.in(Locale.ENGLISH)).contains(new Choice("AT", "Austria"));
    assertThat(Countries.in(Locale.GERMAN)).contains(new Choice("AT", "Österreich"));
  }

  @Test
  void standWhereTheLanguageLooksForThem() {
    assertThat(Countries.in(Locale.GERMAN).stream().map(Choice::words).toList())
        .containsSubsequence("Niederlande", "Österreich", "Polen");
  }
}
