package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PasswordFault;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.BusyException;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.Credentials;
import shop.emporium.ejb.customer.DemoAccounts;
import shop.emporium.ejb.customer.EmailTakenException;
import shop.emporium.ejb.customer.NewCustomer;
import shop.emporium.ejb.customer.PasswordHashing;
import shop.emporium.ejb.customer.Profile;
import shop.emporium.ejb.customer.ProfileChange;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.customer.StoredPassword;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.customer.UnfitPasswordException;
import shop.emporium.ejb.customer.UnusableLinkException;
import shop.emporium.ejb.customer.WrongCredentialsException;
import shop.emporium.ejb.customer.WrongPasswordException;
import shop.emporium.ejb.shared.LiveSetting;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class AccountServiceIT {

  private static final String JO = "Jo@example.com";
  private static final String SAM = "sam@example.com";
  private static final String OTHER = "quite another password";

  @Inject private AccountService accounts;
  @Inject private SignInService signIns;
  @Inject private DemoAccounts demo;
  @Inject private PasswordHashing hashing;
  @Inject private Fixture shop;
  @Inject private People people;

  @BeforeEach
  void nobody() {
    people.none();
  }

  @Test
  void aNewCustomerSignsInAndConfirmsTheAddressOnce() {
    long jo = people.register(JO);
    assertEquals(jo, people.signIn("jo@EXAMPLE.com", People.PASSWORD));
    assertFalse(accounts.profile(jo).isConfirmed());
    String link = people.token(JO, "confirm-address");
    people.confirm(link);
    assertTrue(accounts.profile(jo).isConfirmed());
    assertEquals("shopper", accounts.profile(jo).role());
    assertThrows(UnusableLinkException.class, () -> people.confirm(link));
    assertThrows(UnusableLinkException.class, () -> people.confirm(Secret.random().value()));
    assertThrows(UnusableLinkException.class, () -> people.confirm("' OR 1=1"));
  }

  @Test
  void whoRegisteredSomebodyElsesAddressIsNotConfirmedByItsOwner() {
    accounts.register(new NewCustomer(JO, OTHER, "Mallory", "en"), People.HOME);
    long mallory = people.id(JO);
    SignedIn thief = signIns.begin(proved(JO, OTHER), true, People.HOME).person();
    people.register(JO);
    String link = people.token(JO, "confirm-address");
    assertTrue(accounts.isPasswordWanted(link, Optional.empty()));
    for (String password : List.of("", People.PASSWORD)) {
      assertThrows(
          WrongPasswordException.class,
          () -> accounts.confirm(link, Optional.empty(), password, People.HOME));
    }
    assertFalse(accounts.profile(mallory).isConfirmed());
    accounts.forgetPassword(JO, People.HOME);
    accounts.resetPassword(people.token(JO, "reset-password"), People.PASSWORD);
    assertEquals(mallory, people.signIn(JO, People.PASSWORD));
    assertTrue(signIns.find(mallory, thief.signIn()).isEmpty());
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, OTHER));
  }

  @Test
  void whoIsSignedInConfirmsWithoutThePassword() {
    long jo = people.register(JO);
    Optional<SignedIn> here = Optional.of(people.begin(jo, false).person());
    Optional<SignedIn> stranger = Optional.of(people.begin(people.register(SAM), false).person());
    String link = people.token(JO, "confirm-address");
    assertThrows(
        WrongPasswordException.class, () -> accounts.confirm(link, stranger, "", People.HOME));
    assertFalse(accounts.isPasswordWanted(link, here));
    accounts.confirm(link, here, "", People.HOME);
    assertTrue(accounts.profile(jo).isConfirmed());
  }

  @Test
  void whoWasOnTheWayInWhenThePasswordChangedStaysOut() {
    long jo = people.register(JO);
    StoredPassword thief = proved(JO, People.PASSWORD);
    SignedIn here = people.begin(jo, false).person();
    accounts.changePassword(here, People.PASSWORD, OTHER, People.HOME);
    assertThrows(WrongCredentialsException.class, () -> signIns.begin(thief, true, People.HOME));
    signIns.begin(proved(JO, OTHER), true, People.HOME);
  }

  private StoredPassword proved(String email, String password) {
    return accounts.authenticate(new Credentials(email, password), People.HOME);
  }

  @Test
  void linksInMailsLeadToTheShopItselfInTheLanguageOfTheCustomer() {
    accounts.register(new NewCustomer(JO, People.PASSWORD, "Jo", "de"), People.HOME);
    String link = shop.text("SELECT link FROM seen_mail").orElseThrow();
    assertTrue(
        link.matches("http://localhost:[0-9]+/de/account/confirm\\?token=[A-Za-z0-9_-]{43}"), link);
  }

  @Test
  void registeringAnAddressTwiceChangesNothingAndTellsItsOwnerOnly() {
    long jo = people.register(JO);
    people.confirm(people.token(JO, "confirm-address"));
    accounts.register(new NewCustomer("jo@example.com", OTHER, "Mallory", "de"), People.HOME);
    assertEquals(1, shop.number("SELECT count(*) FROM customer"));
    assertEquals("Jo Doe", accounts.profile(jo).name());
    assertEquals(jo, people.signIn(JO, People.PASSWORD));
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, OTHER));
    assertEquals(1, people.mails(JO, "already-registered"));
  }

  @Test
  void oneAddressRegisteredManyTimesAtOnceIsOneAccount() throws Exception {
    // More than a node checks at once: who waited for too long tries again.
    all(
        4,
        () -> {
          await().ignoreException(BusyException.class).until(() -> people.register(JO) > 0);
          return JO;
        });
    assertEquals(1, shop.number("SELECT count(*) FROM customer"));
    assertEquals(1, shop.number("SELECT count(*) FROM customer_token WHERE used_at IS NULL"));
  }

  @Test
  void addressesThatLookAlikeAreDifferentPeople() {
    long jo = people.register("mike@example.com");
    assertNotEquals(jo, people.register("mike+shop@example.com"));
    assertNotEquals(jo, people.register("mi\u212Ae@example.com"));
    assertNotEquals(jo, people.register("m\u0456ke@example.com"));
    assertThrows(
        WrongCredentialsException.class,
        () -> people.signIn("m\u0131ke@example.com", People.PASSWORD));
  }

  @Test
  void refusesWhatCannotBeStoredOrShown() {
    for (String name :
        List.of(
            "", "  ", "x".repeat(101), "x".repeat(10_000), "Jo\r\nBcc: sam@example.com", "a\0b")) {
      assertThrows(
          ConstraintViolationException.class,
          () -> accounts.register(new NewCustomer(JO, People.PASSWORD, name, "en"), People.HOME));
    }
    for (String email :
        List.of("", "jo", "jo@example.com\nBcc: sam@example.com", "x".repeat(10_000))) {
      assertThrows(
          ConstraintViolationException.class,
          () ->
              accounts.register(new NewCustomer(email, People.PASSWORD, "Jo", "en"), People.HOME));
    }
    assertEquals(PasswordFault.TOO_SHORT, faultOf("123456789"));
    assertEquals(PasswordFault.COMMON, faultOf("Qwertyuiop"));
    assertEquals(PasswordFault.EMAIL, faultOf("jo@example.com"));
    assertEquals(0, shop.number("SELECT count(*) FROM customer"));
  }

  private PasswordFault faultOf(String password) {
    return assertThrows(
            UnfitPasswordException.class,
            () -> accounts.register(new NewCustomer(JO, password, "Jo", "en"), People.HOME))
        .getFault();
  }

  @Test
  void aPasswordIsTheSameHoweverAKeyboardComposesIt() {
    accounts.register(new NewCustomer(JO, "ich mag s\u00FC\u00DFes", "Jo", "en"), People.HOME);
    assertEquals(people.id(JO), people.signIn(JO, "ich mag su\u0308\u00DFes"));
  }

  @Test
  void keepsOnlyWhatProvesSecrets() {
    people.register(JO);
    String link = people.token(JO, "confirm-address");
    assertTrue(
        shop.text("SELECT password_hash FROM customer")
            .orElseThrow()
            .startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM customer_token WHERE token_hash = sha256(convert_to('"
                + link
                + "', 'UTF8'))"));
  }

  /**
   * The fastest of each count, and they are asked until these are near each other: a busy machine
   * delays, but only work that is left out makes one stay faster.
   */
  @Test
  void unknownAndKnownAddressesTakeTheSameTime() {
    people.register(JO);
    long known = Long.MAX_VALUE;
    long unknown = Long.MAX_VALUE;
    for (int i = 0; i < 60 && (i < 4 || known > 2 * unknown || unknown > 2 * known); i++) {
      shop.execute("DELETE FROM throttle");
      known = Math.min(known, timeOf(() -> people.signIn(JO, OTHER)));
      unknown = Math.min(unknown, timeOf(() -> people.signIn(SAM, OTHER)));
    }
    assertTrue(known < 2 * unknown && unknown < 2 * known, known + " ns, " + unknown + " ns");
  }

  private static long timeOf(Runnable signIn) {
    long begun = System.nanoTime();
    assertThrows(WrongCredentialsException.class, signIn::run);
    return System.nanoTime() - begun;
  }

  @Test
  void whoGuessesHasToWaitLongerEachTime() {
    people.register(JO);
    for (int i = 0; i < 6; i++) {
      assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, OTHER));
    }
    assertEquals(1, waitFor(JO));
    shop.execute("UPDATE throttle SET blocked_until = now()");
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, OTHER));
    assertEquals(2, waitFor(JO));
    shop.execute("UPDATE throttle SET attempts = attempts + 60, blocked_until = now()");
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, OTHER));
    assertEquals(900, waitFor(JO));
    assertThrows(WrongCredentialsException.class, () -> people.signIn(SAM, OTHER));
    shop.execute("UPDATE throttle SET blocked_until = now()");
    people.signIn(JO, People.PASSWORD);
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, OTHER));
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, OTHER));
  }

  @Test
  void whoHasNoAccountWaitsAsLong() {
    for (int i = 0; i < 6; i++) {
      assertThrows(WrongCredentialsException.class, () -> people.signIn(SAM, OTHER));
    }
    assertEquals(1, waitFor(SAM));
  }

  /**
   * For how many seconds the last attempt closed the door, also to who knows the password. The door
   * is held closed meanwhile: the password itself may have taken longer than a second to check.
   */
  private long waitFor(String email) {
    String who = EmailAddress.parse(email).orElseThrow().key();
    String row = " WHERE key_hash = sha256('SIGN_IN_ACCOUNT " + who + "')";
    long wait =
        shop.number(
            "SELECT round(extract(epoch FROM blocked_until - last_at))::int FROM throttle" + row);
    shop.execute("UPDATE throttle SET blocked_until = now() + interval '1 hour'" + row);
    Duration told =
        assertThrows(TooManyAttemptsException.class, () -> people.signIn(email, People.PASSWORD))
            .getWait();
    assertTrue(told.toSeconds() > 3500 && told.toSeconds() <= 3600, told::toString);
    return wait;
  }

  @Test
  void aNetworkThatGuessesEverywhereHasToWait() {
    people.register(JO);
    assertThrows(WrongCredentialsException.class, () -> people.signIn(SAM, OTHER));
    shop.execute("UPDATE throttle SET attempts = 110");
    assertThrows(WrongCredentialsException.class, () -> people.signIn("ada@example.com", OTHER));
    assertThrows(TooManyAttemptsException.class, () -> people.signIn(JO, People.PASSWORD));
    Caller elsewhere = Caller.of("198.51.100.1", "Browser");
    accounts.authenticate(new Credentials(JO, People.PASSWORD), elsewhere);
  }

  @Test
  void guessesAtOnceAreCountedEach() throws Exception {
    people.register(JO);
    List<Class<?>> answers =
        all(
            16,
            () -> assertThrows(RuntimeException.class, () -> people.signIn(JO, OTHER)).getClass());
    assertTrue(
        Collections.frequency(answers, WrongCredentialsException.class) <= 8, answers::toString);
    assertTrue(answers.contains(TooManyAttemptsException.class));
  }

  @Test
  void aFloodOfHashesIsTurnedAwayAndEndsSoon() throws Exception {
    List<Optional<String>> hashes =
        all(
            60,
            () -> {
              try {
                return Optional.of(hashing.hash(OTHER));
              } catch (BusyException busy) {
                return Optional.empty();
              }
            });
    long made = hashes.stream().flatMap(Optional::stream).distinct().count();
    assertTrue(made >= 2 && made <= 50, made + " hashes");
    assertTrue(hashing.matches(OTHER, hashing.hash(OTHER)));
  }

  @Test
  void aPasswordIsStoredAnewWhenMoreEffortIsMade() {
    people.register(JO);
    System.setProperty("store.password.passes", "3");
    LiveSetting.readAnew();
    try {
      people.signIn(JO, People.PASSWORD);
      String stored = shop.text("SELECT password_hash FROM customer").orElseThrow();
      assertTrue(stored.startsWith("$argon2id$v=19$m=19456,t=3,p=1$"), stored);
      people.signIn(JO, People.PASSWORD);
      assertEquals(stored, shop.text("SELECT password_hash FROM customer").orElseThrow());
    } finally {
      System.clearProperty("store.password.passes");
      LiveSetting.readAnew();
    }
    people.signIn(JO, People.PASSWORD);
  }

  @Test
  void aForgottenPasswordIsReplacedByALinkOnce() {
    long jo = people.register(JO);
    SignedIn thief = people.begin(jo, true).person();
    accounts.requestMove(jo, "thief@example.com", People.PASSWORD, People.HOME);
    accounts.forgetPassword("JO@example.com", People.HOME);
    String link = people.token(JO, "reset-password");
    assertEquals(
        PasswordFault.TOO_SHORT,
        assertThrows(UnfitPasswordException.class, () -> accounts.resetPassword(link, "short"))
            .getFault());
    accounts.resetPassword(link, OTHER);
    assertEquals(jo, people.signIn(JO, OTHER));
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, People.PASSWORD));
    assertThrows(UnusableLinkException.class, () -> accounts.resetPassword(link, OTHER + "!"));
    assertTrue(signIns.find(jo, thief.signIn()).isEmpty());
    assertThrows(
        UnusableLinkException.class,
        () -> people.confirm(people.token("thief@example.com", "change-address")));
    assertTrue(accounts.profile(jo).isConfirmed());
    assertEquals(1, people.mails(JO, "password-changed"));
  }

  @Test
  void onlyTheNewestLinkIsGoodAndOnlyForThirtyMinutes() {
    people.register(JO);
    accounts.forgetPassword(JO, People.HOME);
    String first = people.token(JO, "reset-password");
    accounts.forgetPassword(JO, People.HOME);
    String second = people.token(JO, "reset-password");
    assertThrows(UnusableLinkException.class, () -> accounts.resetPassword(first, OTHER));
    assertThrows(UnusableLinkException.class, () -> people.confirm(second));
    assertEquals(
        1800,
        shop.number(
            "SELECT extract(epoch FROM expires_at - created_at)::int FROM customer_token WHERE purpose = 'RESET'"));
    shop.execute(
        "UPDATE customer_token SET created_at = now() - interval '31 min', expires_at = now() - interval '1 min'");
    assertThrows(UnusableLinkException.class, () -> accounts.resetPassword(second, OTHER));
    people.signIn(JO, People.PASSWORD);
  }

  @Test
  void aLinkUsedManyTimesAtOnceIsUsedOnce() throws Exception {
    people.register(JO);
    accounts.forgetPassword(JO, People.HOME);
    String link = people.token(JO, "reset-password");
    List<Boolean> used =
        all(
            6,
            () -> {
              try {
                accounts.resetPassword(link, OTHER);
                return true;
              } catch (UnusableLinkException | BusyException refused) {
                return false;
              }
            });
    assertEquals(1, Collections.frequency(used, true));
  }

  @Test
  void forgettingTellsNobodyWhoHasAnAccount() {
    accounts.forgetPassword(SAM, People.HOME);
    accounts.forgetPassword("no address at all", People.HOME);
    assertEquals(0, shop.number("SELECT count(*) FROM seen_mail"));
    people.register(JO);
    for (int i = 0; i < 5; i++) {
      accounts.forgetPassword(JO, People.HOME);
    }
    assertThrows(TooManyAttemptsException.class, () -> accounts.forgetPassword(JO, People.HOME));
    for (int i = 0; i < 5; i++) {
      accounts.forgetPassword(SAM, People.HOME);
    }
    assertThrows(TooManyAttemptsException.class, () -> accounts.forgetPassword(SAM, People.HOME));
  }

  @Test
  void movesToAnotherAddressByALinkFromThereAndTellsTheOldOne() {
    long jo = people.register(JO);
    String next = "jo@elsewhere.example";
    assertThrows(
        WrongPasswordException.class, () -> accounts.requestMove(jo, next, OTHER, People.HOME));
    accounts.requestMove(jo, next, People.PASSWORD, People.HOME);
    assertEquals(JO, accounts.profile(jo).email());
    people.confirm(people.token(next, "change-address"));
    assertEquals(next, accounts.profile(jo).email());
    assertTrue(accounts.profile(jo).isConfirmed());
    assertEquals(1, people.mails(JO, "address-changed"));
    assertEquals(jo, people.signIn(next, People.PASSWORD));
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, People.PASSWORD));
    assertThrows(
        UnusableLinkException.class, () -> people.confirm(people.token(JO, "confirm-address")));
  }

  @Test
  void movesToNobodyElsesAddress() {
    long jo = people.register(JO);
    people.register(SAM);
    accounts.requestMove(jo, "SAM@example.com", People.PASSWORD, People.HOME);
    assertEquals(0, people.mails("SAM@example.com", "change-address"));
    accounts.requestMove(jo, "ada@example.com", People.PASSWORD, People.HOME);
    String link = people.token("ada@example.com", "change-address");
    people.register("ada@example.com");
    assertThrows(EmailTakenException.class, () -> people.confirm(link));
    assertEquals(JO, accounts.profile(jo).email());
  }

  @Test
  void aChangedPasswordSignsOutEveryOtherBrowser() {
    long jo = people.register(JO);
    SignedIn here = people.begin(jo, false).person();
    SignedIn there = people.begin(jo, true).person();
    assertThrows(
        WrongPasswordException.class,
        () -> accounts.changePassword(here, OTHER, "something else", People.HOME));
    accounts.changePassword(here, People.PASSWORD, OTHER, People.HOME);
    assertTrue(signIns.find(jo, here.signIn()).isPresent());
    assertTrue(signIns.find(jo, there.signIn()).isEmpty());
    assertEquals(jo, people.signIn(JO, OTHER));
    assertEquals(1, people.mails(JO, "password-changed"));
  }

  @Test
  void takesAnotherNameAndLanguage() {
    long jo = people.register(JO);
    Profile changed = accounts.changeProfile(jo, new ProfileChange("<b>Jo</b>", "de"));
    assertEquals("<b>Jo</b>", changed.name());
    assertEquals("de", accounts.profile(jo).language());
    assertThrows(
        ConstraintViolationException.class,
        () -> accounts.changeProfile(jo, new ProfileChange("Jo", "fr")));
    assertThrows(
        ConstraintViolationException.class,
        () -> accounts.changeProfile(jo, new ProfileChange(" ", "en")));
  }

  /** Two tabs, each with one of the two. */
  @Test
  void whatIsNotGivenStaysAsItIsByThen() {
    long jo = people.register(JO);
    accounts.changeProfile(jo, new ProfileChange(null, "de"));
    Profile changed = accounts.changeProfile(jo, new ProfileChange("Ada", null));
    assertEquals("Ada", changed.name());
    assertEquals("de", changed.language());
  }

  @Test
  void demoAccountsAreMadeOnce() {
    demo.make("Demo-store-2026!");
    demo.make(OTHER);
    assertEquals(3, shop.number("SELECT count(*) FROM customer WHERE confirmed_at IS NOT NULL"));
    long admin = people.signIn("admin@example.com", "Demo-store-2026!");
    assertEquals("admin", accounts.profile(admin).role());
    assertEquals(0, shop.number("SELECT count(*) FROM seen_mail"));
    assertThrows(UnfitPasswordException.class, () -> demo.make("demo"));
  }

  private static <T> List<T> all(int tabs, Callable<T> call)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(tabs);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(Collections.nCopies(tabs, call))) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
