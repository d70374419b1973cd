package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.customer.Address;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.AddressBookFullException;
import shop.emporium.ejb.customer.AddressBookService;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.ejb.customer.AddressView;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.customer.UnknownEntryException;
import shop.emporium.ejb.customer.WrongCredentialsException;

/** Address books, and all else that is held about a person: to show it and to forget it. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class AddressBookServiceIT {

  private static final String JO = "jo@example.com";
  private static final String ABOUT_JO =
      "SELECT count(*) FROM mail WHERE lower(to_address) IN ('jo@example.com', 'ada@example.com')";

  @Inject private AccountService accounts;
  @Inject private AddressBookService book;
  @Inject private PrivacyService privacy;
  @Inject private SignInService signIns;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private ManagedExecutorService executor;

  private long jo;
  private long sam;

  @BeforeEach
  void joAndSam() {
    people.none();
    jo = people.register(JO);
    sam = people.register("sam@example.com");
  }

  @Test
  void theFirstAddressIsTheDefaultUntilAnotherOneBecomesIt() {
    long first = book.add(jo, People.address("First", false)).id();
    long second = book.add(jo, People.address("Second", false)).id();
    assertEquals(first, preferred(jo));
    book.change(jo, second, People.address("Second", true));
    assertEquals(second, preferred(jo));
    long third = book.add(jo, People.address("Third", true)).id();
    assertEquals(third, preferred(jo));
    book.change(jo, third, People.address("3rd", false));
    assertEquals(third, preferred(jo));
    assertEquals("3rd", book.list(jo).get(0).postal().name());
    book.prefer(jo, first);
    assertEquals(first, preferred(jo));
    assertThrows(UnknownEntryException.class, () -> book.prefer(sam, second));
  }

  @Test
  void theOldestInheritsTheDefault() {
    long first = book.add(jo, People.address("First", false)).id();
    long second = book.add(jo, People.address("Second", false)).id();
    long third = book.add(jo, People.address("Third", true)).id();
    book.remove(jo, third);
    assertEquals(first, preferred(jo));
    book.remove(jo, first);
    assertEquals(second, preferred(jo));
    book.remove(jo, second);
    assertTrue(book.list(jo).isEmpty());
  }

  @Test
  void twoChangesAtOnceLeaveOneDefault() throws Exception {
    long first = book.add(jo, People.address("First", false)).id();
    long second = book.add(jo, People.address("Second", false)).id();
    long third = book.add(jo, People.address("Third", false)).id();
    for (int round = 0; round < 5; round++) {
      List<Callable<Object>> changes =
          List.of(
              () -> book.change(jo, first, People.address("First", true)),
              () -> book.change(jo, second, People.address("Second", true)),
              () -> book.change(jo, third, People.address("Third", true)),
              () -> book.add(jo, People.address("New", true)));
      for (Future<Object> change : executor.invokeAll(changes)) {
        change.get();
      }
      assertEquals(1, shop.number("SELECT count(*) FROM address WHERE is_default"));
    }
    assertEquals(8, book.list(jo).size());
  }

  @Test
  void theDatabaseItselfAllowsNoSecondDefault() {
    book.add(jo, People.address("First", true));
    book.add(jo, People.address("Second", false));
    assertThrows(Fixture.Refused.class, () -> shop.execute("UPDATE address SET is_default = true"));
  }

  @Test
  void nobodyReachesTheAddressOfSomebodyElse() {
    long josAddress = book.add(jo, People.address("Jo", false)).id();
    AddressFields other = People.address("Sam", true);
    assertThrows(UnknownEntryException.class, () -> book.change(sam, josAddress, other));
    assertThrows(UnknownEntryException.class, () -> book.remove(sam, josAddress));
    assertTrue(book.list(sam).isEmpty());
    assertEquals("Jo", book.list(jo).get(0).postal().name());
  }

  @Test
  void takesOnlyWhatCanBeAnAddress() {
    for (AddressFields wrong :
        List.of(
            People.address("", false),
            People.address("x".repeat(10_000), false),
            People.address("Jo\r\nX: y", false),
            new AddressFields("Jo", "Main St 1", "", "Berlin", "", "10115", "ZZ", "", false),
            new AddressFields("Jo", "Main St 1", "", "Berlin", "", "10115", "DE", "<b>", false))) {
      assertThrows(ConstraintViolationException.class, () -> book.add(jo, wrong));
    }
    String hostile = "<script>alert(1)</script>' OR 1=1 --";
    assertEquals(hostile, book.add(jo, People.address(hostile, false)).postal().name());
  }

  @Test
  void aBookIsFullAtItsLimit() {
    for (int i = 0; i < Address.MAX_IN_BOOK; i++) {
      book.add(jo, People.address("Number " + i, false));
    }
    assertThrows(
        AddressBookFullException.class, () -> book.add(jo, People.address("One more", false)));
  }

  @Test
  void showsAllThatIsHeldAboutAPersonAndNothingOfOthers() {
    book.add(jo, People.address("Jo at home", false));
    book.add(sam, People.address("Sam at home", false));
    people.begin(jo, true);
    people.confirm(people.token(JO, "confirm-address"));
    JsonObject held = privacy.export(jo);
    assertEquals(JO, held.getJsonObject("profile").getString("email"));
    assertEquals("Jo at home", held.getJsonArray("addresses").getJsonObject(0).getString("name"));
    assertEquals(
        "Browser at home", held.getJsonArray("signIns").getJsonObject(0).getString("agent"));
    assertEquals("confirm", held.getJsonArray("links").getJsonObject(0).getString("purpose"));
    assertEquals("confirm-address", held.getJsonArray("mails").getJsonObject(0).getString("about"));
    assertTrue(
        held.getJsonObject("profile")
            .getString("createdAt")
            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    assertFalse(held.toString().contains("Sam"));
    assertFalse(held.toString().contains("argon2"));
  }

  @Test
  void whoHasNotProvedAnAddressNeitherSeesNorDeletesTheMailsThatWentThere() {
    assertTrue(privacy.export(jo).getJsonArray("mails").isEmpty());
    privacy.erase(jo);
    assertEquals(1, shop.number("SELECT count(*) FROM mail WHERE to_address = '%s'".formatted(JO)));
  }

  @Test
  void mailsToAnAddressThatWasLeftAreShownAndErasedAsWell() {
    people.confirm(people.token(JO, "confirm-address"));
    accounts.requestMove(jo, "ada@example.com", People.PASSWORD, People.HOME);
    people.confirm(people.token("ada@example.com", "change-address"));
    assertEquals(
        List.of("confirm-address", "change-address", "address-changed"),
        privacy.export(jo).getJsonArray("mails").getValuesAs(JsonObject.class).stream()
            .map(mail -> mail.getString("about"))
            .toList());
    // The shop sends them meanwhile: once it has, nobody but the test touches them.
    await().until(() -> shop.number(ABOUT_JO + " AND sent_at IS NULL") == 0);
    shop.execute(
        "UPDATE mail SET sent_at = NULL, next_attempt_at = now() + interval '1 hour' WHERE template = 'address-changed'");
    privacy.erase(jo);
    assertEquals(1, shop.number(ABOUT_JO));
    assertEquals(1, shop.number(ABOUT_JO + " AND template = 'address-changed'"));
  }

  @Test
  void whoHasAnAddressAfterSomebodyElseDoesNotSeeNorEraseTheMailsOfThatAccount() {
    people.confirm(people.token(JO, "confirm-address"));
    accounts.requestMove(jo, "ada@example.com", People.PASSWORD, People.HOME);
    people.confirm(people.token("ada@example.com", "change-address"));
    long next = people.register(JO);
    people.confirm(people.token(JO, "confirm-address"));
    assertEquals(1, privacy.export(next).getJsonArray("mails").size());
    privacy.erase(next);
    assertEquals(3, privacy.export(jo).getJsonArray("mails").size());
  }

  @Test
  void aGuestsMailsBelongToWhoHasProvedTheAddress() {
    shop.execute(
        "INSERT INTO mail (to_address, template, locale, details, message_id) VALUES ('JO@example.com', 'confirm-alert', 'en', '{}', 'guest')");
    assertTrue(privacy.export(jo).getJsonArray("mails").isEmpty());
    people.confirm(people.token(JO, "confirm-address"));
    assertEquals(2, privacy.export(jo).getJsonArray("mails").size());
    privacy.erase(jo);
    assertEquals(0, shop.number(ABOUT_JO));
  }

  @Test
  void erasureLeavesANumberAndNothingOfThePerson() {
    SignedIn here = people.begin(jo, true).person();
    people.confirm(people.token(JO, "confirm-address"));
    book.add(jo, People.address("Jo Doe", false));
    privacy.erase(jo);
    privacy.erase(jo);
    assertEquals(
        1, shop.number("SELECT count(*) FROM customer WHERE erased_at IS NOT NULL AND id = " + jo));
    for (String table : List.of("customer", "address", "sign_in", "customer_token", "mail")) {
      assertEquals(
          0,
          shop.number(
              "SELECT count(*) FROM %s t WHERE t::text LIKE '%%jo@%%' OR t::text LIKE '%%Jo Doe%%' AND t::text NOT LIKE '%%sam@%%'"
                  .formatted(table)),
          table);
    }
    assertTrue(signIns.find(jo, here.signIn()).isEmpty());
    assertThrows(UnknownEntryException.class, () -> privacy.export(jo));
    assertThrows(UnknownEntryException.class, () -> people.begin(jo, false));
    assertThrows(UnknownEntryException.class, () -> book.add(jo, People.address("Jo Doe", false)));
    assertThrows(WrongCredentialsException.class, () -> people.signIn(JO, People.PASSWORD));
    assertNotEquals(jo, people.register(JO));
  }

  private long preferred(long customer) {
    List<AddressView> all = book.list(customer);
    List<Long> preferred =
        Stream.of(all)
            .flatMap(List::stream)
            .filter(AddressView::isPreferred)
            .map(AddressView::id)
            .toList();
    assertEquals(1, preferred.size());
    assertEquals(preferred.get(0), all.get(0).id());
    return preferred.get(0);
  }
}
