package shop.emporium.tests.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.AEADBadTagException;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import shop.emporium.domain.customer.RecoveryCode;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.ProvedStep;
import shop.emporium.ejb.customer.SecondFactorException;
import shop.emporium.ejb.customer.SecondFactorService;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.customer.TotpOffer;
import shop.emporium.ejb.customer.WrongPasswordException;
import shop.emporium.ejb.shared.LiveSetting;
import shop.emporium.tests.authenticator.OneTimeApp;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class SecondFactorIT {

  private static final String JO = "jo@example.com";
  private static final String RULE = "store.admin.second.factor";

  @Inject private SecondFactorService factors;
  @Inject private AccountService accounts;
  @Inject private SignInService signIns;
  @Inject private PrivacyService privacy;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private ManagedExecutorService executor;

  private long jo;

  @BeforeEach
  void joWhoseAddressIsConfirmed() {
    people.none();
    jo = people.register(JO);
    shop.execute("UPDATE customer SET confirmed_at = now()");
  }

  @AfterEach
  void noRule() {
    System.clearProperty(RULE);
    LiveSetting.readAnew();
  }

  @Test
  void aPasswordAloneOpensNothingOnceCodesAreAskedFor() {
    assertTrue(factors.ask(jo, false).isEmpty());
    OneTimeApp app = setUp();
    String challenge = ask(true);
    assertEquals(new ProvedStep(jo, true), factors.answer(challenge, app.code(1)));
    assertTrue(factors.view(signedIn(jo)).isOn());
    assertEquals(RecoveryCode.OF_CUSTOMER, factors.view(signedIn(jo)).codesLeft());
    assertEquals(1, people.mails(JO, "second-factor-on"));
  }

  @Test
  void countsForNothingUntilTheAppHasSentACode() {
    begin();
    assertTrue(factors.ask(jo, false).isEmpty());
    assertRefused(SecondFactorFault.WRONG_CODE, () -> factors.confirm(signedIn(jo), "000000"));
    shop.execute("UPDATE totp SET begun_at = now() - interval '11 minutes'");
    assertTrue(factors.begun(jo).isEmpty());
    assertRefused(SecondFactorFault.EXPIRED, () -> factors.confirm(signedIn(jo), "000000"));
  }

  @Test
  void showsWhatWasBegunAgain() {
    TotpOffer offer = begin();
    assertEquals(Optional.of(offer), factors.begun(jo));
    assertThat(offer.uri())
        .startsWith("otpauth://totp/Emporium:jo%40example.com?secret=" + offer.secret());
  }

  @Test
  void isNotSetUpForAnAddressThatNobodyConfirmed() {
    shop.execute("UPDATE customer SET confirmed_at = NULL");
    assertRefused(SecondFactorFault.UNCONFIRMED, this::begin);
  }

  @Test
  void keepsSecretsSealed() {
    String secret = begin().secret();
    OneTimeApp app = new OneTimeApp(secret);
    assertEquals(0, shop.number("SELECT count(*) FROM totp WHERE length(sealed) <> 12 + 20 + 16"));
    long other = people.register("sam@example.com");
    shop.execute("UPDATE customer SET confirmed_at = now()");
    factors.begin(signedIn(other), People.PASSWORD, People.HOME);
    // A row that was moved to another customer does not open.
    shop.execute(
        "UPDATE totp SET sealed = (SELECT sealed FROM totp WHERE customer_id = %d) WHERE customer_id = %d"
            .formatted(jo, other));
    assertThat(
            assertThrows(
                RuntimeException.class, () -> factors.confirm(signedIn(other), app.code())))
        .hasRootCauseInstanceOf(AEADBadTagException.class);
    factors.confirm(signedIn(jo), app.code());
  }

  @Test
  void aCodeUsedManyTimesAtOnceIsUsedOnce() throws Exception {
    OneTimeApp app = setUp();
    String code = app.code(1);
    List<Callable<Boolean>> attempts =
        IntStream.range(0, 4)
            .<Callable<Boolean>>mapToObj(i -> () -> opens(ask(false), code))
            .toList();
    int opened = 0;
    for (Future<Boolean> attempt : executor.invokeAll(attempts)) {
      opened += attempt.get() ? 1 : 0;
    }
    assertEquals(1, opened);
  }

  @Test
  void theCodeThatSetItUpIsUsedUp() {
    TotpOffer offer = begin();
    String code = new OneTimeApp(offer.secret()).code();
    factors.confirm(signedIn(jo), code);
    assertFalse(opens(ask(false), code));
  }

  @Test
  void aChallengeIsGoodOnceAndForFiveMinutes() {
    OneTimeApp app = setUp();
    String challenge = ask(false);
    factors.answer(challenge, app.code(1));
    shop.execute("UPDATE totp SET last_step = 0");
    assertRefused(SecondFactorFault.EXPIRED, () -> factors.answer(challenge, app.code()));
    String late = ask(false);
    shop.execute("UPDATE second_step SET expires_at = now() - interval '1 second'");
    assertRefused(SecondFactorFault.EXPIRED, () -> factors.answer(late, app.code()));
    assertRefused(
        SecondFactorFault.EXPIRED, () -> factors.answer(Secret.random().value(), app.code()));
    assertRefused(SecondFactorFault.EXPIRED, () -> factors.answer("no challenge", app.code()));
  }

  @Test
  void whoGuessesCodesIsStopped() {
    OneTimeApp app = setUp();
    String challenge = ask(false);
    for (int guess = 0; guess < 5; guess++) {
      assertFalse(opens(challenge, "aaaa-aaaa-aaaa-aaaa"));
    }
    assertRefused(SecondFactorFault.EXPIRED, () -> factors.answer(challenge, app.code(1)));
    // The first wait is a second.
    shop.execute(
        "UPDATE throttle SET blocked_until = blocked_until + interval '1 hour' WHERE attempts > 5");
    assertThrows(TooManyAttemptsException.class, () -> factors.answer(ask(false), app.code(1)));
  }

  @Test
  void aRecoveryCodeSignsInOnce() throws Exception {
    TotpOffer offer = begin();
    List<RecoveryCode> codes = factors.confirm(signedIn(jo), new OneTimeApp(offer.secret()).code());
    assertEquals(
        RecoveryCode.OF_CUSTOMER, codes.stream().map(RecoveryCode::value).distinct().count());
    String code = codes.get(0).value();
    assertTrue(opens(ask(false), code.toUpperCase(Locale.ROOT).replace('-', ' ')));
    assertFalse(opens(ask(false), code));
    assertEquals(RecoveryCode.OF_CUSTOMER - 1, factors.view(signedIn(jo)).codesLeft());
    assertEquals(1, people.mails(JO, "recovery-code-used"));
    factors.renewCodes(signedIn(jo), People.PASSWORD, People.HOME);
    assertFalse(opens(ask(false), codes.get(1).value()));
    assertEquals(RecoveryCode.OF_CUSTOMER, factors.view(signedIn(jo)).codesLeft());
  }

  @Test
  void theRecoveryCodeOfSomebodyElseOpensNothing() {
    setUp();
    long sam = people.register("sam@example.com");
    shop.execute("UPDATE customer SET confirmed_at = now()");
    TotpOffer offer = factors.begin(signedIn(sam), People.PASSWORD, People.HOME);
    List<RecoveryCode> codes =
        factors.confirm(signedIn(sam), new OneTimeApp(offer.secret()).code());
    assertFalse(opens(ask(false), codes.get(0).value()));
  }

  @Test
  void turningItOffTakesThePasswordAndIsToldByMail() {
    setUp();
    assertThrows(
        WrongPasswordException.class,
        () -> factors.remove(signedIn(jo), "something else", People.HOME));
    assertRefused(SecondFactorFault.ON, this::begin);
    factors.remove(signedIn(jo), People.PASSWORD, People.HOME);
    assertTrue(factors.ask(jo, false).isEmpty());
    assertEquals(1, people.mails(JO, "second-factor-off"));
    assertRefused(
        SecondFactorFault.OFF, () -> factors.remove(signedIn(jo), People.PASSWORD, People.HOME));
    assertRefused(
        SecondFactorFault.OFF,
        () -> factors.renewCodes(signedIn(jo), People.PASSWORD, People.HOME));
    assertEquals(0, shop.number("SELECT count(*) FROM recovery_code"));
  }

  @Test
  void aPasswordChosenByALinkDoesNotReplaceIt() {
    setUp();
    accounts.forgetPassword(JO, People.HOME);
    accounts.resetPassword(people.token(JO, "reset-password"), "five six seven eight");
    assertTrue(factors.ask(jo, false).isPresent());
  }

  @Test
  void anAdministratorIsAShopperUntilThereIsASecondFactor() {
    shop.execute("UPDATE customer SET role = 'ADMIN'");
    SignedIn before = signedIn(jo);
    assertEquals("admin", before.group());
    System.setProperty(RULE, "yes");
    LiveSetting.readAnew();
    assertEquals("shopper", group(before));
    SignedIn here = signedIn(jo);
    assertEquals("shopper", here.group());
    assertTrue(factors.view(here).isMissed());
    OneTimeApp app = new OneTimeApp(factors.begin(here, People.PASSWORD, People.HOME).secret());
    factors.confirm(here, app.code());
    assertEquals("admin", group(here));
    // Where only the password was proved, nothing is won by it.
    assertEquals("shopper", group(before));
    assertRefused(
        SecondFactorFault.UNPROVED, () -> factors.renewCodes(before, People.PASSWORD, People.HOME));
    SignedIn proved = signIns.beginStrong(jo, false, People.HOME).person();
    assertEquals("admin", proved.group());
    assertFalse(factors.view(proved).isMissed());
    assertRefused(
        SecondFactorFault.KEPT, () -> factors.remove(proved, People.PASSWORD, People.HOME));
    assertTrue(factors.view(proved).isOn());
  }

  @Test
  void aPasswordAloneGetsAnAdministratorWithAPasskeyNoApp() {
    shop.execute("UPDATE customer SET role = 'ADMIN'");
    shop.execute(
        "INSERT INTO passkey (id, customer_id, credential_id, user_handle, credential, sign_count,"
            + " backup_eligible, backed_up, transports, name, created_at) VALUES (1, "
            + jo
            + ", '\\x01', decode(repeat('00', 32), 'hex'), '\\x02', 0, false, false, '', 'Key', now())");
    System.setProperty(RULE, "yes");
    LiveSetting.readAnew();
    SignedIn weak = signedIn(jo);
    assertEquals("shopper", weak.group());
    assertRefused(
        SecondFactorFault.UNPROVED, () -> factors.begin(weak, People.PASSWORD, People.HOME));
    factors.begin(
        signIns.beginStrong(jo, false, People.HOME).person(), People.PASSWORD, People.HOME);
  }

  @Test
  void aChallengeDiesWithThePasswordThatMadeIt() {
    OneTimeApp app = setUp();
    String challenge = ask(false);
    accounts.changePassword(signedIn(jo), People.PASSWORD, "five six seven eight", People.HOME);
    assertRefused(SecondFactorFault.EXPIRED, () -> factors.answer(challenge, app.code(1)));
  }

  @Test
  void isShownToItsOwnerAndForgottenWithTheAccount() {
    setUp();
    ask(false);
    assertEquals(
        RecoveryCode.OF_CUSTOMER,
        privacy.export(jo).getJsonObject("secondFactor").getInt("recoveryCodesLeft"));
    privacy.erase(jo);
    assertEquals(
        0,
        shop.number(
            "SELECT (SELECT count(*) FROM totp) + (SELECT count(*) FROM recovery_code)"
                + " + (SELECT count(*) FROM second_step)"));
  }

  private TotpOffer begin() {
    return factors.begin(signedIn(jo), People.PASSWORD, People.HOME);
  }

  private OneTimeApp setUp() {
    OneTimeApp app = new OneTimeApp(begin().secret());
    factors.confirm(signedIn(jo), app.code());
    return app;
  }

  private String ask(boolean isRemembered) {
    return factors.ask(jo, isRemembered).orElseThrow().value();
  }

  private boolean opens(String challenge, String code) {
    try {
      factors.answer(challenge, code);
      return true;
    } catch (SecondFactorException refused) {
      assertEquals(SecondFactorFault.WRONG_CODE, refused.getFault());
      return false;
    }
  }

  private SignedIn signedIn(long customer) {
    return people.begin(customer, false).person();
  }

  /** What may be done with a browser, at its next request. */
  private String group(SignedIn person) {
    return signIns.find(person.customer(), person.signIn()).orElseThrow().group();
  }

  private static void assertRefused(SecondFactorFault fault, Executable attempt) {
    assertEquals(fault, assertThrows(SecondFactorException.class, attempt).getFault());
  }
}
