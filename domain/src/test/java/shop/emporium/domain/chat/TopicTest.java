package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class TopicTest {

  @Test
  void aPersonIsWanted() {
    assertAll(
        Topic.PERSON,
        "Can I talk to a person please",
        "human",
        "I want a real human!",
        "agent",
        "Please let me speak to someone",
        "customer service",
        "I'd like to speak with an employee about my order",
        "Talk to a person",
        "Mit einem Menschen sprechen",
        "Mensch",
        "Gibt es hier einen Mitarbeiter?",
        "mitarbieter bitte",
        "Kann ich mit einem Menschen über meine Bestellung sprechen?",
        "Ich möchte jemanden sprechen",
        "Kundenservice");
  }

  @Test
  void anOrderIsMeant() {
    assertAll(
        Topic.ORDER,
        "Where is my order?",
        "wheres my order",
        "Where's my parcel",
        "where is order EM-104817",
        "order status",
        "status of my order",
        "When will my parcel arrive?",
        "track",
        "I want to track my package",
        "My order has not arrived",
        "my order hasn't arrived yet",
        "Has it been shipped?",
        "how is my order doing",
        "Show me my orders",
        "Wo ist meine Bestellung?",
        "wo ist mein paket",
        "Wo bleibt meine Lieferung?",
        "Wann kommt mein Paket?",
        "Bestellstatus",
        "Meine Bestellung ist noch nicht da",
        "Wurde meine Bestellung schon versandt?",
        "besetllung",
        "Sendungsverfolgung",
        "Ist das schon unterwegs?");
  }

  @Test
  void somethingShallComeBack() {
    assertAll(
        Topic.RETURNS,
        "Can I return my order?",
        "returns",
        "How do I send back a parcel?",
        "I want a refund",
        "It does not fit",
        "it doesn't fit",
        "the lamp is broken",
        "What is your retrun policy",
        "Rückgabe",
        "Ruckgabe",
        "Rueckgabe",
        "Wie kann ich etwas zurückschicken?",
        "Kann ich die Schuhe umtauschen?",
        "Retoure",
        "Wie lange habe ich Widerrufsrecht?",
        "Ich möchte mein Geld zurück",
        "Die Lampe ist kaputt");
  }

  @Test
  void deliveryIsMeant() {
    assertAll(
        Topic.SHIPPING,
        "How much is shipping?",
        "shiping",
        "Do you ship to Austria?",
        "How long does delivery take?",
        "Do you deliver to the Netherlands",
        "delivery costs",
        "is there free delivery",
        "Versandkosten",
        "Versand",
        "Was kostet der Versand?",
        "Liefern Sie nach Österreich?",
        "Wie lange dauert die Lieferung?",
        "Lieferzeit?",
        "Verschickt ihr auch ins Ausland?");
  }

  @Test
  void hoursAndWaysToReachSomebodyAreMeant() {
    assertAll(
        Topic.HOURS,
        "opening hours",
        "What are your opening hours?",
        "openning hours",
        "When do you open?",
        "Are you open on Sunday",
        "are you open today?",
        "What is your phone number",
        "contact",
        "Öffnungszeiten",
        "Oeffnungszeiten",
        "Wann habt ihr geöffnet?",
        "Haben Sie am Samstag offen?",
        "Wie kann ich Sie erreichen?",
        "Telefonnummer",
        "Kontakt");
  }

  @Test
  void moneyIsMeant() {
    assertAll(
        Topic.PAYMENT,
        "How can I pay?",
        "Do you take PayPal?",
        "payment methods",
        "Can I pay my order by credit card",
        "invoice",
        "Can I use a gift card",
        "Wie kann ich bezahlen?",
        "Zahlungsarten",
        "Kann ich auf Rechnung kaufen?",
        "Nehmen Sie Kreditkarten",
        "Überweisung",
        "Ich habe einen Gutschein");
  }

  @Test
  void somethingFromTheCatalogueIsMeant() {
    assertAll(
        Topic.PRODUCT,
        "I'm looking for a red lamp",
        "Do you have headphones?",
        "How much is the Aster 2?",
        "Is the Aster 2 in stock?",
        "Can you recommend a watch",
        "price of the camera",
        "do you sell chairs",
        "Ich suche eine rote Lampe",
        "Haben Sie Kopfhörer?",
        "Was kostet die Aster 2?",
        "Ist die Kamera noch verfügbar?",
        "Ist der Stuhl auf Lager?",
        "Gibt es die Uhr in Blau?",
        "Welche Lampe empfehlen Sie?");
  }

  @Test
  void smallTalkIsSmallTalkOnlyWithoutAnythingElse() {
    assertAll(
        Topic.GREETING, "hello", "Hi!", "Hey there", "Good morning", "Hallo", "Guten Tag", "moin");
    assertAll(Topic.THANKS, "thank you", "Thanks a lot", "Danke!", "Vielen Dank", "danke schön");
    assertAll(Topic.ORDER, "Hello, where is my order? Thanks");
    assertAll(Topic.SHIPPING, "Hallo, was kostet der Versand? Danke");
  }

  @Test
  void nothingIsMadeOfWhatTellsNothing() {
    for (String text :
        new String[] {
          "", "   ", "?!", "lorem ipsum", "shopping", "oder", "42", "🙂", "verstand", "Aster", "Ж"
        }) {
      assertThat(Topic.of(text)).as(text).isEmpty();
    }
    assertThat(Topic.of("x ".repeat(1_000) + "order")).as("too far behind").isEmpty();
  }

  @Test
  void theNameOfSomethingIsLeftWhenTheQuestionIsTakenAway() {
    assertThat(Topic.subject("Do you have a red lamp?")).isEqualTo("red lamp");
    assertThat(Topic.subject("How much is the Aster 2?")).isEqualTo("Aster 2");
    assertThat(Topic.subject("Hi, I'm looking for headphones please")).isEqualTo("headphones");
    assertThat(Topic.subject("Haben Sie noch grüne Stühle auf Lager?")).isEqualTo("grüne Stühle");
    assertThat(Topic.subject("Was kostet die Kaffeemaschine?")).isEqualTo("Kaffeemaschine");
    assertThat(Topic.subject("do you have any")).isEmpty();
    assertThat(Topic.subject("Hallo")).isEmpty();
  }

  private static void assertAll(Topic topic, String... texts) {
    SoftAssertions all = new SoftAssertions();
    for (String text : texts) {
      all.assertThat(Topic.of(text)).as(text).contains(topic);
    }
    all.assertAll();
  }
}
