package shop.emporium.ejb.payment.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CardInputTest {

  private static final Clock MAY_2030 =
      Clock.fixed(Instant.parse("2030-05-31T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void knowsWholeNumbers() {
    for (DemoCard card : DemoCard.values()) {
      assertTrue(input(card.groups(), "12/30").isWhole(), card.name());
      assertEquals(card.number(), input(card.groups(), "12/30").digits());
    }
    assertFalse(input("4242 4242 4242 4243", "12/30").isWhole());
    assertFalse(input("4242 4242 4242 2442", "12/30").isWhole());
  }

  @Test
  void isGoodUntilTheEndOfItsMonth() {
    assertFalse(input("4242", "05/30").isExpired(MAY_2030));
    assertFalse(input("4242", " 06 / 2030 ").isExpired(MAY_2030));
    assertFalse(input("4242", "0530").isExpired(MAY_2030));
    assertTrue(input("4242", "04/30").isExpired(MAY_2030));
    assertTrue(input("4242", "12/29").isExpired(MAY_2030));
  }

  @Test
  void keepsItselfOutOfLogs() {
    assertEquals("CardInput[hidden]", input("4242 4242 4242 4242", "12/30").toString());
  }

  @Test
  void cardsAndTokensAreOneEach() {
    DemoCard[] cards = DemoCard.values();
    assertEquals(cards.length, Arrays.stream(cards).map(DemoCard::number).distinct().count());
    assertEquals(cards.length, Arrays.stream(cards).map(DemoCard::token).distinct().count());
    for (DemoCard card : cards) {
      assertEquals(card, DemoCard.ofToken(card.token()).orElseThrow());
      assertEquals(card, DemoCard.ofNumber(card.number()).orElseThrow());
    }
  }

  private static CardInput input(String number, String expiry) {
    return new CardInput(number, expiry, "123");
  }
}
