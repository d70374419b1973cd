package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.customer.RememberToken;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.OpenedSignIn;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignInView;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.customer.UnknownEntryException;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class SignInServiceIT {

  private static final String JO = "jo@example.com";

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
  void isKnownByItsCustomerAndItsNumberTogether() {
    SignedIn here = begin(jo);
    assertEquals(Optional.of(here), signIns.find(jo, here.signIn()));
    assertEquals("Jo Doe", here.name());
    assertEquals("shopper", here.group());
    assertTrue(signIns.find(sam, here.signIn()).isEmpty());
    assertTrue(signIns.find(jo, here.signIn() + 1).isEmpty());
  }

  @Test
  void isAskedForInOneStatement() {
    SignedIn here = begin(jo);
    assertEquals(1, shop.statementsOf(() -> signIns.find(jo, here.signIn())));
  }

  @Test
  void showsWhereACustomerIsSignedIn() {
    begin(jo);
    people.begin(jo, true, Caller.of("2001:db8::1", "Phone"));
    begin(sam);
    List<SignInView> all = signIns.list(jo);
    assertEquals(2, all.size());
    assertEquals("Phone", all.get(0).agent());
    assertEquals("2001:db8::1", all.get(0).address());
    assertTrue(all.get(0).isRemembered());
  }

  @Test
  void endsForItsOwnerOnly() {
    SignedIn here = begin(jo);
    assertThrows(UnknownEntryException.class, () -> signIns.revoke(sam, here.signIn()));
    assertTrue(signIns.find(jo, here.signIn()).isPresent());
    signIns.revoke(jo, here.signIn());
    assertTrue(signIns.find(jo, here.signIn()).isEmpty());
    assertThrows(UnknownEntryException.class, () -> signIns.revoke(jo, here.signIn()));
    signIns.end(here);
  }

  @Test
  void everywhereElseMeansEverywhereElse() {
    SignedIn here = begin(jo);
    begin(jo);
    RememberToken phone = remembered(jo).token().orElseThrow();
    SignedIn others = begin(sam);
    assertEquals(2, signIns.revokeOthers(here));
    assertTrue(signIns.find(jo, here.signIn()).isPresent());
    assertEquals(1, signIns.list(jo).size());
    assertTrue(signIns.resume(phone).isEmpty());
    assertTrue(signIns.find(sam, others.signIn()).isPresent());
    assertEquals(0, people.mails(JO, "sign-in-stolen"));
  }

  @Test
  void endsWhenNobodyUsesItAndLastsWhileSomebodyDoes() {
    SignedIn here = begin(jo);
    shop.execute(
        "UPDATE sign_in SET last_seen_at = now() - interval '50 min', expires_at = now() + interval '10 min'");
    signIns.find(jo, here.signIn());
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM sign_in WHERE expires_at > now() + interval '59 min' AND last_seen_at > now() - interval '1 min'"));
    shop.execute("UPDATE sign_in SET expires_at = now()");
    assertTrue(signIns.find(jo, here.signIn()).isEmpty());
  }

  @Test
  void aBrowserThatStaysSignedInGetsAnotherSecretEachTime() {
    OpenedSignIn begun = remembered(jo);
    RememberToken first = begun.token().orElseThrow();
    OpenedSignIn again = signIns.resume(first).orElseThrow();
    assertEquals(begun.person(), again.person());
    assertNotEquals(first.value(), again.token().orElseThrow().value());
    assertTrue(signIns.resume(again.token().orElseThrow()).isPresent());
  }

  @Test
  void tabsThatOpenAtOnceGetTheSameSecretAndNobodyIsSignedOut() throws Exception {
    RememberToken token = remembered(jo).token().orElseThrow();
    Callable<String> tab = () -> signIns.resume(token).orElseThrow().token().orElseThrow().value();
    Set<String> given = new HashSet<>();
    for (Future<String> answer : executor.invokeAll(Collections.nCopies(8, tab))) {
      given.add(answer.get());
    }
    assertEquals(1, given.size());
    assertTrue(
        signIns.resume(RememberToken.parse(given.iterator().next()).orElseThrow()).isPresent());
  }

  @Test
  void aCopiedCookieEndsTheSignInAndItsOwnerIsTold() {
    OpenedSignIn begun = remembered(jo);
    RememberToken copied = begun.token().orElseThrow();
    RememberToken owners = signIns.resume(copied).orElseThrow().token().orElseThrow();
    shop.execute("UPDATE sign_in SET rotated_at = now() - interval '61 s'");
    assertTrue(signIns.resume(copied).isEmpty());
    assertTrue(signIns.resume(owners).isEmpty());
    assertTrue(signIns.find(jo, begun.person().signIn()).isEmpty());
    assertTrue(signIns.resume(copied).isEmpty());
    assertEquals(1, people.mails(JO, "sign-in-stolen"));
  }

  @Test
  void aThiefWhoIsFasterIsFoundOutToo() {
    RememberToken copied = remembered(jo).token().orElseThrow();
    RememberToken thiefs = signIns.resume(copied).orElseThrow().token().orElseThrow();
    thiefs = signIns.resume(thiefs).orElseThrow().token().orElseThrow();
    assertTrue(signIns.resume(copied).isEmpty());
    assertTrue(signIns.resume(thiefs).isEmpty());
    assertEquals(1, people.mails(JO, "sign-in-stolen"));
  }

  @Test
  void aTokenThatNobodyGaveOpensAndEndsNothing() {
    OpenedSignIn begun = remembered(jo);
    assertTrue(signIns.resume(RememberToken.random()).isEmpty());
    assertTrue(signIns.find(jo, begun.person().signIn()).isPresent());
    assertEquals(0, people.mails(JO, "sign-in-stolen"));
  }

  @Test
  void keepsOnlyTheHashOfItsSecret() {
    String value = remembered(jo).token().orElseThrow().value();
    String secret = value.substring(value.indexOf('.') + 1);
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM sign_in WHERE secret_hash = sha256(convert_to('%s', 'UTF8'))"
                .formatted(secret)));
  }

  @Test
  void isThrownAwayWhenItHasBeenOverForLong() {
    begin(jo);
    shop.execute("UPDATE sign_in SET expires_at = now() - interval '31 days'");
    begin(jo);
    assertEquals(1, signIns.purge(Instant.now().minus(Duration.ofDays(30))));
    assertEquals(1, shop.number("SELECT count(*) FROM sign_in"));
  }

  private SignedIn begin(long customer) {
    return people.begin(customer, false).person();
  }

  private OpenedSignIn remembered(long customer) {
    return people.begin(customer, true);
  }
}
