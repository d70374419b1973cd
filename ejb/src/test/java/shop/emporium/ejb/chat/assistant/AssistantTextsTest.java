package shop.emporium.ejb.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.chat.Topic;
import shop.emporium.domain.order.OrderStatus;

class AssistantTextsTest {

  private static final String BUNDLE = "shop.emporium.ejb.chat.assistant";
  private final AssistantTexts english = AssistantTexts.in(Locale.UK);
  private final AssistantTexts german = AssistantTexts.in(Locale.GERMANY);

  @Test
  void allIsSaidInBothLanguages() {
    ResourceBundle german = ResourceBundle.getBundle(BUNDLE, Locale.GERMAN);
    ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
    assertThat(new TreeSet<>(german.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    for (String key : english.keySet()) {
      assertThat(german.getString(key)).as(key).isNotBlank().doesNotContain("'");
      assertThat(english.getString(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @Test
  void whatMayBePressedIsUnderstood() {
    assertThat(Topic.of(english.get("choice.order"))).contains(Topic.ORDER);
    for (AssistantTexts texts : new AssistantTexts[] {english, german}) {
      assertThat(Topic.of(texts.get("choice.person"))).contains(Topic.PERSON);
      assertThat(Topic.of(texts.get("choice.order"))).contains(Topic.ORDER);
      assertThat(Topic.of(texts.get("choice.shipping"))).contains(Topic.SHIPPING);
      assertThat(Topic.of(texts.get("choice.returns"))).contains(Topic.RETURNS);
      assertThat(Topic.of(texts.get("choice.hours"))).contains(Topic.HOURS);
      assertThat(Topic.of(texts.get("choice.product"))).contains(Topic.PRODUCT);
      assertThat(Topic.subject(texts.get("choice.product"))).isEmpty();
    }
  }

  @Test
  void textsThatAskAreKnownAgainAsTheyAreKept() {
    String kept = MessageText.clean(german.get("order.ask")).orElseThrow();
    assertThat(AssistantTexts.isOneOf(kept, "order.none", "order.ask")).isTrue();
    assertThat(AssistantTexts.isOneOf(kept, "order.none")).isFalse();
  }

  @Test
  void valuesAreWrittenAsTheLanguageWritesThem() {
    Money price = Money.parse("EUR 1249.9");
    assertThat(english.money(price)).isEqualTo("€1,249.90");
    assertThat(german.money(price)).isEqualTo("1.249,90\u00a0€");
    assertThat(english.day(LocalDate.parse("2026-11-27"))).isEqualTo("27 November");
    assertThat(german.day(LocalDate.parse("2026-11-27"))).isEqualTo("27. November");
    assertThat(english.get("order.wait", 1)).contains("in a minute");
    assertThat(german.get("order.wait", 15)).contains("in 15 Minuten");
    assertThat(german.get("returns", 30)).contains("von 30 Tagen");
    assertThat(english.get("shipping.days", 1)).isEqualTo("1 working day");
    assertThat(AssistantTexts.in(Locale.FRENCH).get("choice.returns")).isEqualTo("Returns");
    for (OrderStatus status : OrderStatus.values()) {
      assertThat(german.get("order.status." + status.name())).isNotBlank();
    }
  }

  @Test
  void aLongTalkIsAnsweredFromItsWords() {
    OrderWords words =
        OrderWords.in(
            List.of("it was jo99@example.com.", "Hi, order em 104817 from jo@other.example"));
    assertThat(words.email()).isEqualTo(Optional.of("jo99@example.com"));
    assertThat(words.number().orElseThrow().text()).isEqualTo("EM-104817");
    assertThat(OrderWords.in(List.of("size 42, jo12345@example.com")).number()).isEmpty();
    assertThat(OrderWords.isNumber("104817")).isTrue();
    assertThat(OrderWords.isNumber("where is EM–104817?")).isTrue();
    assertThat(OrderWords.isNumber("lamp 104817")).isFalse();
  }
}
