package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLanguageTest {

  @Test
  void aPrefixOfTheShopIsKept() {
    assertThat(PageLanguage.base("/de")).isEqualTo("/de");
    assertThat(PageLanguage.base("/en")).isEqualTo("/en");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {"/", "de", "/fr", "/de/", "//de", "/DE", "/de\"><script>", "//evil.example"})
  void anythingElseCountsAsNone(String header) {
    assertThat(PageLanguage.base(header)).isEmpty();
  }

  /** A language without texts of its own would be read in that of the machine. */
  @Test
  void everyLanguageHasABundleOfItsOwn() {
    Locale before = Locale.getDefault();
    try {
      for (String machine : new String[] {"de", "fr"}) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        assertThat(PageText.of("crumbs.home", Locale.ENGLISH)).isEqualTo("Home");
        assertThat(PageText.of("crumbs.home", Locale.GERMAN)).isEqualTo("Startseite");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
