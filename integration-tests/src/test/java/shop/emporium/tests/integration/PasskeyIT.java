package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import shop.emporium.domain.customer.PasskeyFault;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.NewPasskey;
import shop.emporium.ejb.customer.PasskeyException;
import shop.emporium.ejb.customer.PasskeyOffer;
import shop.emporium.ejb.customer.PasskeyService;
import shop.emporium.ejb.customer.PasskeySignature;
import shop.emporium.ejb.customer.PasskeyStore;
import shop.emporium.ejb.customer.PasskeyView;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.customer.UnknownEntryException;
import shop.emporium.ejb.customer.WrongPasswordException;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.tests.authenticator.SoftAuthenticator;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class PasskeyIT {

  private static final String JO = "jo@example.com";
  private static final String SAM = "sam@example.com";

  @Inject private PasskeyService passkeys;
  @Inject private PasskeyStore store;
  @Inject private PrivacyService privacy;
  @Inject private StoreSettings settings;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private ManagedExecutorService executor;

  private long jo;
  private long sam;
  private SoftAuthenticator phone;

  @BeforeEach
  void joWithAPhoneAndSam() {
    people.none();
    jo = people.register(JO);
    sam = people.register(SAM);
    shop.execute("UPDATE customer SET confirmed_at = now()");
    phone = device();
  }

  @Test
  void signsInWhoMadeItWithoutSayingWho() {
    PasskeyView made = add(jo, phone);
    assertEquals("Phone", made.name());
    assertTrue(made.lastUsedAt().isEmpty());
    assertEquals(jo, signIn(phone));
    assertEquals(jo, signIn(phone));
    assertTrue(passkeys.list(jo).get(0).lastUsedAt().isPresent());
    assertEquals(1, people.mails(JO, "passkey-added"));
  }

  @Test
  void isNotMadeWithoutThePassword() {
    assertThrows(
        WrongPasswordException.class, () -> passkeys.offer(jo, "not the password", People.HOME));
    assertEquals(0, shop.number("SELECT count(*) FROM passkey_challenge"));
  }

  @Test
  void isNotMadeForAnAddressThatNobodyConfirmed() {
    PasskeyOffer offer = offer(jo);
    shop.execute("UPDATE customer SET confirmed_at = NULL");
    assertRefused(PasskeyFault.UNCONFIRMED, () -> offer(jo));
    assertRefused(PasskeyFault.UNCONFIRMED, () -> passkeys.add(jo, made(phone, offer)));
  }

  @Test
  void asksForADeviceThatKnowsItsOwnerAndForNothingOfAPerson() {
    add(jo, phone);
    PasskeyOffer offer = offer(jo);
    assertEquals("localhost", offer.host());
    assertEquals(JO, offer.email());
    assertEquals(1, offer.known().size());
    assertEquals(List.of("internal"), offer.known().get(0).transports());
    assertEquals(43, offer.userHandle().length());
    assertNotEquals(offer.userHandle(), offer(sam).userHandle());
    assertEquals(offer.userHandle(), offer(jo).userHandle());
  }

  @Test
  void aChallengeIsGoodOnce() {
    PasskeyOffer offer = offer(jo);
    passkeys.add(jo, made(phone, offer));
    assertRefused(PasskeyFault.EXPIRED, () -> passkeys.add(jo, made(device(), offer)));
    String challenge = ask();
    assertEquals(jo, answer(phone.sign(challenge)));
    assertRefused(PasskeyFault.EXPIRED, () -> answer(phone.sign(challenge)));
  }

  @Test
  void aChallengeIsTakenByAWrongAnswerToo() {
    add(jo, phone);
    String challenge = ask();
    assertRefused(PasskeyFault.REFUSED, () -> answer(device().sign(challenge)));
    assertRefused(PasskeyFault.EXPIRED, () -> answer(phone.sign(challenge)));
  }

  @Test
  void aChallengeRunsOut() {
    add(jo, phone);
    PasskeyOffer offer = offer(jo);
    String challenge = ask();
    shop.execute("UPDATE passkey_challenge SET expires_at = now()");
    assertRefused(PasskeyFault.EXPIRED, () -> passkeys.add(jo, made(device(), offer)));
    assertRefused(PasskeyFault.EXPIRED, () -> answer(phone.sign(challenge)));
  }

  @Test
  void aChallengeIsForOnePurposeAndOnePerson() {
    add(jo, phone);
    PasskeyOffer offer = offer(jo);
    assertRefused(PasskeyFault.EXPIRED, () -> passkeys.add(sam, made(device(), offer)));
    assertRefused(PasskeyFault.EXPIRED, () -> answer(phone.sign(offer.challenge())));
    assertRefused(
        PasskeyFault.EXPIRED,
        () -> passkeys.add(sam, made(device().make(ask(), offer.userHandle()))));
    passkeys.add(jo, made(device(), offer));
    assertEquals(0, passkeys.list(sam).size());
  }

  @Test
  void aChallengeThatNobodyGaveIsNone() {
    add(jo, phone);
    for (String challenge : List.of("0".repeat(43), "x", "", "a b")) {
      assertThrows(PasskeyException.class, () -> answer(phone.sign(challenge)), challenge);
    }
  }

  @Test
  void aChallengeAnsweredManyTimesAtOnceSignsInOnce() throws Exception {
    add(jo, phone);
    SoftAuthenticator.Signed signed = phone.sign(ask());
    Callable<Boolean> copy =
        () -> {
          try {
            return answer(signed) == jo;
          } catch (PasskeyException refused) {
            return false;
          }
        };
    int times = 0;
    for (Future<Boolean> answer : executor.invokeAll(List.of(copy, copy, copy, copy, copy))) {
      times += answer.get() ? 1 : 0;
    }
    assertEquals(1, times);
  }

  @Test
  void isOfNoUseAtAnotherAddressOrForAnotherShop() {
    add(jo, phone);
    String home = settings.home();
    for (String origin :
        List.of("https://evil.example", "http://localhost", home + "0", "http://evil.localhost")) {
      assertRefused(PasskeyFault.REFUSED, () -> signIn(phone.at(origin)));
      assertRefused(PasskeyFault.UNFIT, () -> add(jo, device().at(origin)));
    }
    phone.at(home);
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone.goodFor("evil.example")));
    assertRefused(PasskeyFault.UNFIT, () -> add(jo, device().goodFor("evil.example")));
    assertEquals(jo, signIn(phone.goodFor("localhost")));
  }

  @Test
  void aDeviceHasToMakeSureOfItsOwner() {
    add(jo, phone);
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone.sureOfItsOwner(false)));
    assertRefused(PasskeyFault.UNFIT, () -> add(jo, device().sureOfItsOwner(false)));
    assertEquals(jo, signIn(phone.sureOfItsOwner(true)));
  }

  @Test
  void aCountThatGoesBackGivesACopyAway() {
    add(jo, phone.countingFrom(7));
    assertEquals(jo, signIn(phone));
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone.countingFrom(6)));
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone.countingFrom(7)));
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone.countingFrom(-1)));
    assertEquals(jo, signIn(phone.countingFrom(8)));
  }

  @Test
  void aDeviceThatDoesNotCountIsTaken() {
    add(jo, phone);
    assertEquals(jo, signIn(phone.countingFrom(-1)));
    assertEquals(jo, signIn(phone.countingFrom(-1)));
  }

  @Test
  void opensTheAccountOfItsOwnerOnly() {
    add(jo, phone);
    SoftAuthenticator sams = device();
    add(sam, sams);
    assertEquals(sam, signIn(sams));
    SoftAuthenticator.Signed joSigned = phone.sign(ask());
    SoftAuthenticator.Signed samSigned = sams.sign(ask());
    assertRefused(
        PasskeyFault.REFUSED,
        () ->
            answer(
                new SoftAuthenticator.Signed(
                    joSigned.credentialId(),
                    joSigned.userHandle(),
                    samSigned.authenticatorData(),
                    samSigned.clientData(),
                    samSigned.signature())));
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone.knowing(samSigned.userHandle())));
  }

  @Test
  void aDeviceThatNobodyRegisteredOpensNothing() {
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone));
  }

  @Test
  void whatIsNoAnswerIsRefusedWithoutAFault() {
    add(jo, phone);
    byte[] junk = {(byte) 0xBF, (byte) 0xFF, 0x7F, 0, 1, (byte) 0x9B, -1, -1, -1, -1, -1, -1, -1};
    SoftAuthenticator.Signed good = phone.sign(ask());
    assertThrows(
        PasskeyException.class,
        () -> answer(new SoftAuthenticator.Signed(junk, junk, junk, junk, junk)));
    assertThrows(
        PasskeyException.class,
        () ->
            answer(
                new SoftAuthenticator.Signed(
                    good.credentialId(), good.userHandle(), junk, good.clientData(), junk)));
    PasskeyOffer offer = offer(jo);
    byte[] client = device().make(offer.challenge(), offer.userHandle()).clientData();
    for (byte[] attestation : List.of(junk, new byte[] {(byte) 0xA0}, new byte[5000])) {
      assertRefused(
          PasskeyFault.UNFIT,
          () -> passkeys.add(jo, new NewPasskey("Phone", attestation, client, List.of())));
    }
  }

  @Test
  void refusesWhatIsTooLong() {
    PasskeyOffer offer = offer(jo);
    SoftAuthenticator.Made made = phone.make(offer.challenge(), offer.userHandle());
    for (NewPasskey wrong :
        List.of(
            new NewPasskey("x".repeat(61), made.attestation(), made.clientData(), List.of()),
            new NewPasskey(" ", made.attestation(), made.clientData(), List.of()),
            new NewPasskey("a\nb", made.attestation(), made.clientData(), List.of()),
            new NewPasskey("a", new byte[16_385], made.clientData(), List.of()),
            new NewPasskey("a", made.attestation(), new byte[4097], List.of()),
            new NewPasskey("a", made.attestation(), made.clientData(), List.of("a,b")))) {
      assertInvalid(() -> passkeys.add(jo, wrong));
    }
    assertInvalid(() -> answer(signature(new byte[1024])));
    assertInvalid(() -> answer(signature(new byte[0])));
  }

  private static SoftAuthenticator.Signed signature(byte[] credentialId) {
    byte[] some = {1};
    return new SoftAuthenticator.Signed(credentialId, some, some, some, some);
  }

  @Test
  void aDeviceIsRegisteredOnce() {
    add(jo, phone);
    assertRefused(PasskeyFault.KNOWN, () -> add(jo, phone));
    assertRefused(PasskeyFault.KNOWN, () -> add(sam, phone));
  }

  @Test
  void twentyFit() {
    PasskeyOffer early = offer(jo);
    SoftAuthenticator last = device();
    for (int i = 0; i < 20; i++) {
      shop.execute(
          """
          INSERT INTO passkey (id, customer_id, credential_id, user_handle, credential, sign_count,
            backup_eligible, backed_up, transports, name, created_at)
          VALUES (-1 - %d, %d, decode(md5('%1$d'), 'hex'), sha256('x'), 'x', 0, false, false, '', 'Key', now())
          """
              .formatted(i, jo));
    }
    assertRefused(PasskeyFault.FULL, () -> offer(jo));
    assertRefused(PasskeyFault.FULL, () -> passkeys.add(jo, made(last, early)));
    assertEquals(20, passkeys.list(jo).size());
  }

  @Test
  void isRenamedAndRemovedByItsOwnerOnly() {
    long id = add(jo, phone).id();
    assertEquals("<b>Key</b>", passkeys.rename(jo, id, " <b>Key</b> ").name());
    assertThrows(UnknownEntryException.class, () -> passkeys.rename(sam, id, "Mine"));
    assertThrows(UnknownEntryException.class, () -> passkeys.remove(sam, id));
    assertInvalid(() -> passkeys.rename(jo, id, ""));
    assertEquals(jo, signIn(phone));
    passkeys.remove(jo, id);
    assertThrows(UnknownEntryException.class, () -> passkeys.remove(jo, id));
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone));
    assertEquals(1, people.mails(JO, "passkey-removed"));
    assertEquals(0, people.mails(SAM, "passkey-removed"));
  }

  @Test
  void isTakenAlongByErasureAndToldByTheExport() {
    add(jo, phone);
    add(sam, device());
    offer(jo);
    String held = privacy.export(jo).toString();
    assertTrue(held.contains("\"passkeys\":[{\"name\":\"Phone\",\"createdAt\":"), held);
    privacy.erase(jo);
    assertRefused(PasskeyFault.REFUSED, () -> signIn(phone));
    assertEquals(0, shop.number("SELECT count(*) FROM passkey WHERE customer_id = " + jo));
    assertEquals(
        0, shop.number("SELECT count(*) FROM passkey_challenge WHERE customer_id = " + jo));
    assertEquals(1, passkeys.list(sam).size());
  }

  @Test
  void keepsOnlyWhatProvesAChallenge() {
    String challenge = ask();
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM passkey_challenge WHERE challenge_hash = sha256(convert_to('%s', 'UTF8'))"
                .formatted(challenge)));
  }

  @Test
  void challengesThatNobodyAnsweredAreThrownAway() {
    ask();
    offer(jo);
    shop.execute("UPDATE passkey_challenge SET expires_at = now() - interval '1 s'");
    ask();
    assertEquals(1, shop.number("SELECT count(*) FROM passkey_challenge"));
    shop.execute("UPDATE passkey_challenge SET expires_at = now() - interval '1 s'");
    assertEquals(1, store.purge());
  }

  @Test
  void aNetworkThatGuessesHasToWaitAndWhoSucceedsIsNotCounted() {
    add(jo, phone);
    Caller other = Caller.of("198.51.100.9", "Another browser");
    List<String> challenges = new ArrayList<>();
    for (int i = 0; i < 103; i++) {
      challenges.add(passkeys.ask(other).challenge());
    }
    int refused = 0;
    for (String challenge : challenges) {
      try {
        passkeys.authenticate(signature(device().sign(challenge)), other);
      } catch (PasskeyException wrong) {
        refused++;
      } catch (TooManyAttemptsException tooMany) {
        assertTrue(tooMany.getWait().toSeconds() >= 1);
      }
    }
    assertTrue(refused >= 100 && refused < 103, "refused " + refused);
    for (int i = 0; i < 3; i++) {
      assertEquals(jo, signIn(phone));
    }
  }

  private SoftAuthenticator device() {
    return new SoftAuthenticator(settings.home(), "localhost");
  }

  private PasskeyOffer offer(long customer) {
    return passkeys.offer(customer, People.PASSWORD, People.HOME);
  }

  private String ask() {
    return passkeys.ask(People.HOME).challenge();
  }

  private PasskeyView add(long customer, SoftAuthenticator device) {
    return passkeys.add(customer, made(device, offer(customer)));
  }

  private static NewPasskey made(SoftAuthenticator device, PasskeyOffer offer) {
    return made(device.make(offer.challenge(), offer.userHandle()));
  }

  private static NewPasskey made(SoftAuthenticator.Made made) {
    return new NewPasskey("Phone", made.attestation(), made.clientData(), List.of("internal"));
  }

  private long signIn(SoftAuthenticator device) {
    return answer(device.sign(ask()));
  }

  private long answer(SoftAuthenticator.Signed signed) {
    return passkeys.authenticate(signature(signed), People.HOME);
  }

  private static PasskeySignature signature(SoftAuthenticator.Signed signed) {
    return new PasskeySignature(
        signed.credentialId(),
        signed.userHandle(),
        signed.authenticatorData(),
        signed.clientData(),
        signed.signature());
  }

  private static void assertRefused(PasskeyFault fault, Executable action) {
    assertEquals(fault, assertThrows(PasskeyException.class, action).getFault());
  }

  private static void assertInvalid(Executable action) {
    assertThrows(ConstraintViolationException.class, action);
  }
}
