package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  private static final List<String> TEMPLATES =
      List.of(
          "confirm-address",
          "change-address",
          "address-changed",
          "reset-password",
          "already-registered",
          "password-changed",
          "passkey-added",
          "passkey-removed",
          "second-factor-on",
          "second-factor-off",
          "recovery-code-used",
          "sign-in-stolen",
          "confirm-alert",
          "back-in-stock",
          "order-confirmed",
          "order-placed",
          "payment-received",
          "order-shipped",
          "order-delivered",
          "order-cancelled",
          "order-cancelled-paid",
          "order-refunded",
          "return-asked",
          "return-accepted",
          "return-refused",
          "ticket-received",
          "call-back-received",
          "ticket-answered");

  private static final Path FOLDER = Path.of("src/main/resources/shop/emporium/ejb/mail");
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]");
  private static final String LINK = "https://shop.example/de/confirm?token=a-b_c&again=1";

  @ParameterizedTest
  @MethodSource("lettersInAllLanguages")
  void everyLetterIsWhole(String template, String language) {
    Letter letter =
        Letters.write(
            template,
            language,
            Map.of(
                "name",
                "Jane Doe",
                "link",
                LINK,
                "shop",
                "Our Shop",
                "order",
                "EM-7",
                "amount",
                "€44.90"));
    assertThat(letter.subject()).isNotBlank().doesNotContain("Jane", "{", "\n");
    assertThat(letter.text())
        .contains("Jane Doe", LINK, "https://shop.example/\n", "Our Shop")
        .doesNotContain("{", "}", "\n\n\n", "\r", "Emporium");
    Document html = Jsoup.parse(letter.html());
    assertThat(html.selectFirst("html").attr("lang")).isEqualTo(language);
    assertThat(html.select("h1").eachText()).containsExactly(letter.subject());
    assertThat(html.select("a").eachAttr("href"))
        .containsExactly(LINK, LINK, "https://shop.example/");
    assertThat(html.text()).contains("Jane Doe").doesNotContain("{", "}");
    assertThat(html.select("script, link, img, form, iframe")).isEmpty();
  }

  static Stream<Arguments> lettersInAllLanguages() {
    return TEMPLATES.stream()
        .flatMap(
            template ->
                MailTexts.LANGUAGES.stream().map(language -> Arguments.of(template, language)));
  }

  @Test
  void aLetterNamesTheArticleAndTheWayToGetNoMore() {
    String stop = "https://shop.example/de/stop?token=x";
    Letter letter =
        Letters.write(
            "back-in-stock", "de", Map.of("article", "Lamp <b>", "link", LINK, "stop", stop));
    assertThat(letter.text()).contains("Lamp <b>", "Keine solchen Mails mehr:\n" + stop);
    Document html = Jsoup.parse(letter.html());
    assertThat(html.text()).contains("Lamp <b>");
    assertThat(html.select("a").eachAttr("href")).contains(stop);
  }

  @Test
  void aLetterHoldsTheAnswerWithItsLinesAndNothingOfItIsMarkup() {
    MailDraft draft =
        new MailDraft(
            "jo@example.com",
            "ticket-answered",
            Locale.GERMAN,
            Map.of(
                "order", "1001", "article", "Rosa", "answer", "Ja.\r\n\r\nGröße <b>43</b>\u202E"));
    Letter letter = Letters.write("ticket-answered", "de", draft.values());
    assertThat(letter.text()).contains("Rosa", "Ja.\n\nGröße <b>43</b>");
    Document html = Jsoup.parse(letter.html());
    assertThat(html.select("b")).isEmpty();
    assertThat(html.text()).contains("Größe <b>43</b>").doesNotContain("\u202E");
  }

  @Test
  void aLetterSaysWhatWasBoughtAndWhatItCosts() {
    String rows =
        new MailRows()
            .add("2 × Lamp <b>", "40,00 €")
            .named("delivery", "4,90 €", "Express & more")
            .named("total", "44,90 €")
            .json();
    Letter letter =
        Letters.write(
            "order-confirmed", "de", Map.of("order", "EM-100001", "link", LINK, "rows", rows));
    assertThat(letter.subject()).isEqualTo("Ihre Bestellung EM-100001");
    assertThat(letter.text())
        .contains("2 × Lamp <b>: 40,00 €\nLieferung, Express & more: 4,90 €\nSumme: 44,90 €\n");
    Document html = Jsoup.parse(letter.html());
    assertThat(html.select("td.rule").eachText())
        .containsExactly(
            "2 × Lamp <b>", "40,00 €", "Lieferung, Express & more", "4,90 €", "Summe", "44,90 €");
    assertThat(html.select("b")).isEmpty();
  }

  @Test
  void moreRowsThanAnybodyReadsAreCounted() {
    MailRows rows = new MailRows();
    for (int i = 0; i < 100; i++) {
      rows.add("Lamp " + i, "1");
    }
    rows.named("total", "100");
    assertThat(Letters.write("order-confirmed", "en", Map.of("rows", rows.json())).text())
        .contains("Lamp 39: 1\nTotal: 100\n… and 60 more")
        .doesNotContain("Lamp 40");
  }

  @Test
  void aLetterWithoutValuesHasNoButtonAndNoGap() {
    Letter letter = Letters.write("password-changed", "en", Map.of());
    assertThat(letter.text())
        .startsWith("Hello,\n\nThe password of your account at Emporium")
        .doesNotContain("\n\n\n");
    assertThat(Jsoup.parse(letter.html()).select("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b onclick=\"x()\">Jane",
        "\"><img src=x onerror=alert(1)>",
        "Jane & John",
        "{{link}}",
        "{0} $1",
        "'Jane'"
      })
  void aNameIsATextWhateverIsInIt(String name) {
    Letter letter = Letters.write("reset-password", "en", Map.of("name", name, "link", LINK));
    assertThat(letter.text()).startsWith("Hello " + name + ",\n");
    Document html = Jsoup.parse(letter.html());
    assertThat(html.select("p").first().text()).isEqualTo("Hello " + name + ",");
    assertThat(html.select("img, b, [onclick]")).isEmpty();
    assertThat(html.select("a")).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Win at https://casino.example",
        "casino.example",
        "www.casino.example now",
        "write to win@casino.example",
        "casino\\example"
      })
  void anAdvertisementIsNotRepeatedForAName(String name) {
    Letter letter = Letters.write("confirm-address", "en", Map.of("name", name, "link", LINK));
    assertThat(letter.text()).startsWith("Hello,\n").doesNotContain("casino");
    assertThat(letter.html()).doesNotContain("casino");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dr. Jane Doe", "Jane-Zoë O’Hara", "王小明", "J.R.R. Doe"})
  void whoHasAnUnusualNameIsGreetedByIt(String name) {
    assertThat(Letters.write("confirm-address", "de", Map.of("name", name)).text())
        .startsWith("Guten Tag " + name + ",\n");
  }

  @Test
  void languagesOtherThanThoseOfTheShopAreEnglish() {
    assertThat(MailTexts.languageOf(Locale.GERMANY)).isEqualTo("de");
    assertThat(MailTexts.languageOf(Locale.FRENCH)).isEqualTo("en");
    assertThat(MailTexts.languageOf(Locale.ROOT)).isEqualTo("en");
    assertThat(MailTexts.languageOf(null)).isEqualTo("en");
  }

  @Test
  void theLanguageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Letters.write("reset-password", "en", Map.of()).subject())
          .isEqualTo("Choose a new password");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatHasNoTextsIsNotKnown() {
    assertThat(TEMPLATES).allMatch(Letters::knows);
    assertThat(Letters.knows("no-such-mail")).isFalse();
    assertThat(Letters.knows("shop")).isFalse();
    assertThat(Letters.knows(null)).isFalse();
    assertThatThrownBy(() -> Letters.write("no-such-mail", "en", Map.of()))
        .isInstanceOf(MissingResourceException.class);
  }

  @Test
  void everyTextIsThereInGermanWithTheSameValuesToFillIn() throws IOException {
    Properties english = bundle("messages.properties");
    Properties german = bundle("messages_de.properties");
    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      String text = german.getProperty(key);
      assertThat(places(text)).as(key).isEqualTo(places(english.getProperty(key)));
      assertThat(text).as(key).isNotBlank().doesNotContain("'");
      assertThat(english.getProperty(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @Test
  void everyTextIsThatOfALetter() throws IOException {
    Set<String> keys = new TreeSet<>(bundle("messages.properties").stringPropertyNames());
    keys.removeAll(Set.of("shop.name", "greeting", "greeting.plain", "hint", "footer", "stop"));
    keys.removeIf(key -> key.startsWith("row."));
    keys.removeIf(
        key ->
            TEMPLATES.contains(key.substring(0, key.indexOf('.')))
                && Set.of("subject", "first", "second", "button", "note")
                    .contains(key.substring(key.indexOf('.') + 1)));
    assertThat(keys).isEmpty();
  }

  /** Colours of the shop on its backgrounds; that of a button is white in both. */
  @Test
  void theFormHasALightAndADarkDress() throws IOException {
    String form = Files.readString(FOLDER.resolve("letter.html"));
    Document html = Jsoup.parse(form);
    String dark = html.selectFirst("style").data();
    Set<String> dressed =
        html.select("[class]").stream()
            .map(Element::className)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(dressed).containsExactlyInAnyOrder("page", "card", "ink", "quiet", "link", "fill");
    assertThat(dressed).allMatch(name -> dark.contains("." + name + " {"));
    for (Element coloured : html.select("[style*='color:'], [style*=background]")) {
      String style = coloured.attr("style");
      if (!style.contains("color: #ffffff") || style.contains("background: #ffffff")) {
        assertThat(coloured.hasAttr("class")).as(coloured.cssSelector()).isTrue();
      }
    }
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String file) throws IOException {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      bundle.load(reader);
    }
    return bundle;
  }
}
