package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountryMentionTest {

  @Test
  void countriesAreKnownByTheirNamesInBothLanguages() {
    assertThat(CountryMention.in("Do you ship to Austria?")).contains("AT");
    assertThat(CountryMention.in("Liefern Sie nach Österreich?")).contains("AT");
    assertThat(CountryMention.in("nach oesterreich bitte")).contains("AT");
    assertThat(CountryMention.in("Versand in die Niederlande")).contains("NL");
    assertThat(CountryMention.in("wie ist es in den Niederlanden")).contains("NL");
    assertThat(CountryMention.in("shipping to Holland")).contains("NL");
    assertThat(CountryMention.in("to the United States")).contains("US");
    assertThat(CountryMention.in("Vereinigtes Königreich")).contains("GB");
  }

  @Test
  void theLongestNameCountsAndPartsOfWordsDoNot() {
    assertThat(CountryMention.in("Papua New Guinea")).contains("PG");
    assertThat(CountryMention.in("a watch for a woman")).isEmpty();
    assertThat(CountryMention.in("")).isEmpty();
  }
}
