package shop.emporium.ejb.payment.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoSignatureTest {

  private static final byte[] BODY = "{\"id\":\"dn_1\"}".getBytes(StandardCharsets.UTF_8);
  private static final String SECRET = "a secret that nobody else has";
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @Test
  void isGoodForTheBodyTheSecretAndFiveMinutes() {
    String signed = DemoSignature.of(BODY, SECRET, NOW);
    assertTrue(DemoSignature.isGood(signed, BODY, SECRET, NOW));
    assertTrue(DemoSignature.isGood(signed, BODY, SECRET, NOW.plusSeconds(300)));
    assertTrue(DemoSignature.isGood(signed, BODY, SECRET, NOW.minusSeconds(300)));
    assertFalse(DemoSignature.isGood(signed, BODY, SECRET, NOW.plusSeconds(301)));
    assertFalse(DemoSignature.isGood(signed, BODY, SECRET, NOW.minusSeconds(301)));
    assertFalse(DemoSignature.isGood(signed, BODY, "another secret", NOW));
    assertFalse(DemoSignature.isGood(signed, new byte[] {1}, SECRET, NOW));
  }

  @Test
  void coversTheMomentToo() {
    String signed = DemoSignature.of(BODY, SECRET, NOW);
    String later = signed.replace("t=1800000000", "t=1800000600");
    assertFalse(DemoSignature.isGood(later, BODY, SECRET, NOW.plusSeconds(600)));
  }

  @Test
  void refusesWhatIsNone() {
    for (String wrong :
        new String[] {
          null, "", "t=1", "v1=00", "t=1800000000,v1=zz", "t=,v1=", "t=99999999999999999999,v1=0"
        }) {
      assertFalse(DemoSignature.isGood(wrong, BODY, SECRET, NOW), wrong);
    }
  }

  @Test
  void isWhatAnybodyCanWorkOut() {
    assertEquals(
        "t=1800000000,v1=", DemoSignature.of(BODY, SECRET, NOW).substring(0, 16), "the form");
    assertEquals(80, DemoSignature.of(BODY, SECRET, NOW).length());
  }
}
