package shop.emporium.tests.integration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.chat.Assistant;
import shop.emporium.ejb.chat.Assistant.Answer;
import shop.emporium.ejb.chat.Assistant.Line;
import shop.emporium.ejb.chat.Assistant.Question;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.tests.purchase.Purchases;

/** What the shop's own assistant answers, and what it tells nobody. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class AssistantIT {

  private static final String ADA = "ada@example.com";

  @Inject private Assistant assistant;
  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private People people;

  private final List<Line> before = new ArrayList<>();
  private Optional<Long> customer = Optional.empty();
  private Locale language = Locale.ENGLISH;
  private final Caller caller = People.HOME;

  @BeforeEach
  void aShopWithLampsAndNobody() {
    people.none();
    buyers.stock(
        "red-lamp,Red Lamp,,Tindra,Home,,Title,Default Title,RED,9,20.00,,active",
        "desk-lamp,Desk Lamp,,Tindra,Home,,Title,Default Title,DESK,2,35.50,,active",
        "mug,Mug,,Tindra,Kitchen,,Title,Default Title,MUG,0,12.00,,active");
    before.clear();
  }

  @Test
  void aGuestIsAskedForNumberAndAddressAndToldHowTheOrderStands() {
    long order = shop.number(Purchases.ofGuest(ADA, "mug", "PAID"));
    assertThat(ask("Where is my order?").text()).contains("number").contains("e-mail");
    assertThat(ask("It is EM-" + order).text()).contains("which e-mail address");
    assertThat(ask("Ada@Example.com, please.").text())
        .contains("EM-" + order)
        .contains("it is paid")
        .contains("Expected on")
        .contains("/track")
        .doesNotContain("key=");
  }

  @Test
  void bothMayComeAtOnceInAnyOrderAndInGerman() {
    long order = shop.number(Purchases.ofGuest(ADA, "mug", "DELIVERED"));
    language = Locale.GERMAN;
    assertThat(ask("Wo ist meine Bestellung? " + ADA + " hat EM-" + order + " bestellt").text())
        .contains("EM-" + order)
        .contains("zugestellt");
  }

  @Test
  void aWrongAddressIsAnsweredLikeAWrongNumberAndCanBeCorrected() {
    long order = shop.number(Purchases.ofGuest(ADA, "mug", "SHIPPED"));
    ask("order status");
    String wrongAddress = ask("EM-" + order + " eve@example.com").text();
    assertThat(wrongAddress).contains("no order with this number and this e-mail address");
    before.clear();
    ask("order status");
    assertThat(ask("EM-" + (order + 1) + " " + ADA).text()).isEqualTo(wrongAddress);
    assertThat(ask("Sorry, EM-" + order).text()).contains("on its way");
  }

  @Test
  void whoGuessesIsSlowedDown() {
    long order = shop.number(Purchases.ofGuest(ADA, "mug", "SHIPPED"));
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      before.clear();
      answers.add(ask("Where is order EM-" + order + ", eve" + i + "@example.com").text());
    }
    assertThat(answers).anyMatch(answer -> answer.contains("tried too often"));
  }

  @Test
  void aCustomerIsToldOfHisOwnOrdersOnly() {
    long jo = people.register("jo@example.com");
    long own = shop.number(Purchases.ofCustomer("jo@example.com", "mug", "SHIPPED"));
    long other = shop.number(Purchases.ofGuest(ADA, "mug", "PAID"));
    customer = Optional.of(jo);
    assertThat(ask("Where is my order?").text())
        .contains("EM-" + own)
        .contains("/order/EM-" + own)
        .doesNotContain("EM-" + other);
    assertThat(ask("and EM-" + own + "?").text()).contains("on its way");
    assertThat(ask("where is order EM-" + other).text()).contains("which e-mail address");
  }

  @Test
  void productsAreFoundWithPriceAndAddress() {
    assertThat(ask("Do you have a lamp?").text())
        .contains("Red Lamp, €20.00 /product/red-lamp")
        .contains("Desk Lamp, €35.50 /product/desk-lamp");
    assertThat(ask("How much is the Desk Lamp?").text())
        .contains("€35.50")
        .contains("Only 2 left")
        .contains("/product/desk-lamp");
    assertThat(ask("Is the mug in stock?").text()).contains("sold out");
    assertThat(ask("/product/red-lamp").text()).contains("Red Lamp costs €20.00");
    language = Locale.GERMAN;
    assertThat(ask("Was kostet die Red Lamp?").text()).contains("20,00").contains("auf Lager");
    assertThat(ask("Ich suche eine Waschmaschine").text()).contains("finde ich nicht");
  }

  @Test
  void aProductCanBeNamedWhenItWasAskedFor() {
    assertThat(ask("Find a product").text()).contains("What are you looking for?");
    assertThat(ask("red lamp").text()).contains("/product/red-lamp");
  }

  @Test
  void deliveryIsToldWithCostsAndCountries() {
    assertThat(ask("How much is shipping?").text())
        .contains("To Germany")
        .contains("Standard: 2–3 working days, €4.90, free from €50.00 on")
        .contains("Express: 1 working day, €9.90")
        .contains("Austria, Germany, Netherlands");
    assertThat(ask("Do you ship to Austria?").text()).contains("€9.90, free from €100.00 on");
    assertThat(ask("Do you ship to Norway?").text()).contains("We do not send to Norway yet");
    language = Locale.GERMAN;
    assertThat(ask("Versand in die Niederlande?").text()).contains("Versand (Niederlande)");
  }

  @Test
  void returnsHoursAndPaymentAreKnown() {
    assertThat(ask("returns").text()).contains("within 30 days");
    assertThat(ask("opening hours").text()).containsPattern("Monday: 8:00\\hAM–8:00\\hPM");
    language = Locale.GERMAN;
    assertThat(ask("Öffnungszeiten").text()).contains("Montag: 08:00–20:00");
    assertThat(ask("Wie kann ich bezahlen?").text()).contains("Überweisung");
  }

  @Test
  void aPersonIsOneChoiceAwayAndCalledWhenWanted() {
    assertThat(assistant.greet(customer, language).text()).contains("automatic");
    assertThat(assistant.greet(customer, language).choices()).contains("Talk to a person");
    assertThat(ask("Qwertz uiop").choices()).contains("Talk to a person");
    Answer again = ask("Asdf ghjk");
    assertThat(again.text()).contains("shall I call one?");
    assertThat(again.isPersonWanted()).isFalse();
    assertThat(ask("Talk to a person").isPersonWanted()).isTrue();
  }

  private Answer ask(String text) {
    Answer answer =
        assistant.answer(new Question(text, List.copyOf(before), customer, language, caller));
    before.add(new Line(true, text));
    before.add(new Line(false, answer.text()));
    assertThat(answer.text()).isNotBlank().hasSizeLessThanOrEqualTo(2_000);
    assertThat(answer.choices()).hasSizeLessThanOrEqualTo(6).allMatch(one -> one.length() <= 60);
    return answer;
  }
}
