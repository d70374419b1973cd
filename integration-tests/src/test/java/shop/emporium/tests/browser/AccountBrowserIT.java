package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.tests.cluster.Shop;

/** The life of an account, from registering to its erasure, and what must not get in between. */
@Tag("browser")
class AccountBrowserIT {

  private static final String DEMO = "shopper@example.com";
  private static final String DEMO_PASSWORD = "Demo-store-2026!";
  private static final String NAME = "<b>Jo</b> \"Döe\" <script>alert(1)</script>";
  private static final String PASSWORD = "correct horse battery";
  private static final String SECOND = "staple on the wall 7";
  private static final String THIRD = "another wall, no staple";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String email = "jo+" + System.nanoTime() + "@example.com";

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void anAccountLivesFromRegisteringToErasure(boolean scripts) {
    Page page = scripts ? shop.visit(Device.DESKTOP) : shop.visitWithoutScripts(Device.PHONE);
    page.onDialog(dialog -> assertThat(dialog.message()).as("a dialog").isNull());
    register(page);
    confirm(page);
    signInAndOut(page);
    changePassword(page);
    forgetPassword(page);
    keepAddresses(page);
    signOutElsewhere(page);
    erase(page);
  }

  private void register(Page page) {
    page.navigate("/account/addresses");
    assertThat(page).hasURL(Pattern.compile("/login[?]next=%2Faccount%2Faddresses$"));
    link(page, "Create an account").click();
    Forms.field(page, "Name").fill(NAME);
    Forms.field(page, "E-mail address").fill(email);
    Forms.field(page, "Password").fill("short");
    Forms.button(page, "Create account").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Use at least 10 characters");
    assertThat(Forms.field(page, "Password")).hasAttribute("aria-invalid", "true");
    assertThat(Forms.field(page, "Password")).hasValue("");
    assertThat(Forms.field(page, "Name")).hasValue(NAME);
    assertThat(Forms.field(page, "E-mail address")).hasValue(email);
    Forms.field(page, "Password").fill(PASSWORD);
    Forms.button(page, "Create account").click();
    assertThat(heading(page)).hasText("Look into your mailbox");
  }

  private void confirm(Page page) {
    String link = Mailbox.link(page, email, "Confirm your e-mail address");
    Response opened = page.navigate(link);
    assertThat(opened.headers()).containsEntry("referrer-policy", "no-referrer");
    assertThat(opened.headers()).containsEntry("cache-control", "private, no-store");
    page.reload();
    Forms.field(page, "Password").fill("somebody else's");
    Forms.button(page, "Confirm this address").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not your present password");
    Forms.field(page, "Password").fill(PASSWORD);
    Forms.button(page, "Confirm this address").click();
    assertThat(heading(page)).hasText("Thank you, that is confirmed");
    assertThat(page).hasURL(Pattern.compile("/account/confirm[?]confirmed=1$"));
    page.navigate(link);
    Forms.button(page, "Confirm this address").click();
    assertThat(heading(page)).hasText("This link is not good any more");
  }

  private void signInAndOut(Page page) {
    page.navigate("/account");
    Forms.signIn(page, email, "not the password");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("is not right");
    assertThat(Forms.field(page, "E-mail address")).hasValue(email);
    page.getByRole(AriaRole.CHECKBOX, named("Keep me signed in on this device for 60 days"))
        .check();
    Forms.signIn(page, email, PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/account$"));
    assertThat(heading(page)).hasText("Hello " + NAME);
    assertThat(page.getByText("not confirmed yet")).hasCount(0);
    assertThat(cookie(page, "remember").expires - System.currentTimeMillis() / 1000.0)
        .isGreaterThan(59 * 24 * 3600);
    Forms.button(page, "Sign out").click();
    assertThat(status(page)).hasText("You are signed out.");
    page.navigate("/account/profile");
    assertThat(page).hasURL(Pattern.compile("/login"));
  }

  private void changePassword(Page page) {
    Forms.signIn(page, email, PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/account/profile$"));
    link(page, "Security").click();
    Forms.field(page, "Present password").fill("something else");
    Forms.field(page, "New password").fill(SECOND);
    Forms.button(page, "Change password").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not your present password");
    Forms.field(page, "Present password").fill(PASSWORD);
    Forms.field(page, "New password").fill(SECOND);
    Forms.button(page, "Change password").click();
    assertThat(status(page)).containsText("Your password is changed");
    Forms.button(page, "Sign out").click();
  }

  private void forgetPassword(Page page) {
    link(page, "Forgotten your password?").click();
    Forms.field(page, "E-mail address").fill(email);
    Forms.button(page, "Send the link").click();
    assertThat(heading(page)).hasText("Look into your mailbox");
    String link = Mailbox.link(page, email, "Choose a new password");
    assertThat(page.navigate(link).headers()).containsEntry("referrer-policy", "no-referrer");
    Forms.field(page, "New password").fill("password123");
    Forms.button(page, "Set the password").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Many people use this one");
    Forms.field(page, "New password").fill(THIRD);
    Forms.button(page, "Set the password").click();
    assertThat(status(page)).containsText("Your new password is set");
    page.navigate(link);
    Forms.field(page, "New password").fill(THIRD);
    Forms.button(page, "Set the password").click();
    assertThat(heading(page)).hasText("This link is not good any more");
    page.navigate("/login?next=/account/addresses");
    Forms.signIn(page, email, THIRD);
  }

  private void keepAddresses(Page page) {
    assertThat(heading(page)).hasText("Addresses");
    add(page, "\"><img src=x onerror=alert(1)>", "1 Way", "Österreich-Stadt");
    assertThat(status(page)).containsText("in your book");
    add(page, "Sam", "2 Street", "Wien");
    Locator places = page.locator(".place-card");
    assertThat(places).hasCount(2);
    assertThat(places.first()).containsText("\"><img src=x onerror=alert(1)>");
    assertThat(places.first()).containsText("Austria");
    assertThat(places.first().locator(".badge")).hasText("Default");
    places.last().getByRole(AriaRole.BUTTON).first().click();
    assertThat(places.first()).containsText("Sam");
    places.first().getByRole(AriaRole.LINK).click();
    assertThat(page.getByLabel("Country")).hasValue("AT");
    Forms.field(page, "City").fill("");
    Forms.button(page, "Save address").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("City: Fill this in.");
    assertThat(Forms.field(page, "Street and number")).hasValue("2 Street");
    Forms.field(page, "City").fill("Graz");
    Forms.button(page, "Save address").click();
    assertThat(places.first()).containsText("Graz");
    places.last().getByRole(AriaRole.BUTTON).last().click();
    assertThat(places).hasCount(1);
  }

  private static void add(Page page, String name, String street, String city) {
    link(page, "Add an address").click();
    Forms.field(page, "Name").fill(name);
    Forms.field(page, "Street and number").fill(street);
    Forms.field(page, "City").fill(city);
    page.getByLabel("Country").selectOption("AT");
    Forms.button(page, "Save address").click();
  }

  private void signOutElsewhere(Page page) {
    Page there = shop.visit(Device.PHONE);
    there.navigate("/login");
    Forms.signIn(there, email, THIRD);
    assertThat(heading(there)).hasText("Hello " + NAME);
    link(page, "Security").click();
    assertThat(page.locator(".sign-ins li")).hasCount(2);
    assertThat(page.locator(".sign-ins li:has(.badge)")).hasCount(1);
    assertThat(page.locator(".sign-ins li:has(.badge)")).containsText("Chrome on Linux");
    Forms.button(page, "Sign out all others").click();
    assertThat(status(page)).containsText("All other browsers");
    assertThat(page.locator(".sign-ins li")).hasCount(1);
    there.reload();
    assertThat(there).hasURL(Pattern.compile("/login[?]next=%2Faccount$"));
  }

  private void erase(Page page) {
    link(page, "Profile").click();
    String export = link(page, "Download").getAttribute("href");
    assertThat(page.request().get(export).text()).contains(email, "Graz");
    Forms.field(page, "Password").fill(THIRD);
    Forms.button(page, "Erase my account").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tick the box");
    page.getByRole(AriaRole.CHECKBOX, named("I understand that this cannot be undone")).check();
    Forms.field(page, "Password").fill(THIRD);
    Forms.button(page, "Erase my account").click();
    assertThat(status(page)).containsText("is erased");
    Forms.signIn(page, email, THIRD);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("is not right");
  }

  @Test
  void anAddressThatHasAnAccountLooksTheSameToWhoRegistersIt() {
    assertThat(registered(DEMO)).isEqualTo(registered(email));
    Page page = shop.visit(Device.DESKTOP);
    assertThat(Mailbox.link(page, DEMO, "You have an account already"))
        .contains("/password/reset?token=");
    assertThat(Mailbox.link(page, email, "Confirm your e-mail address"))
        .contains("/account/confirm?token=");
  }

  private String registered(String address) {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/register");
    Forms.field(page, "Name").fill("Jo");
    Forms.field(page, "E-mail address").fill(address);
    Forms.field(page, "Password").fill(PASSWORD);
    Forms.button(page, "Create account").click();
    assertThat(heading(page)).hasText("Look into your mailbox");
    assertThat(page.context().cookies()).isEmpty();
    return page.url() + page.locator("main").innerHTML();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/x",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/login?next=/login",
        "%0d%0aX: y"
      })
  void signingInLeadsNowhereElse(String next) {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    Forms.signIn(page, DEMO, DEMO_PASSWORD);
    assertThat(page).hasURL(System.getProperty("test.http") + "/account");
  }

  @Test
  void whoTriedTooOftenIsToldHowLongToWait() {
    Page page = shop.visit(Device.PHONE);
    for (int i = 0; i < 6; i++) {
      page.request().post("/login", loginForm());
    }
    // The first wait is a second, less than a slow machine takes to show the form.
    Shop.sql(
        "UPDATE throttle SET blocked_until = now() + interval '1 hour' WHERE key_hash = sha256('SIGN_IN_ACCOUNT %s')"
            .formatted(email));
    page.navigate("/login");
    Forms.signIn(page, email, PASSWORD);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many attempts. Wait");
    assertThat(Forms.field(page, "E-mail address")).hasValue(email);
  }

  private RequestOptions loginForm() {
    return RequestOptions.create()
        .setForm(
            FormData.create().set("form", "login").set("email", email).set("password", "wrong"));
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/login");
    Forms.signIn(page, DEMO, DEMO_PASSWORD);
    for (String address : List.of("/account/profile", "/account/security", "/logout", "/login")) {
      APIResponse answer =
          page.request().post(address, loginForm().setHeader("Origin", "https://evil.example"));
      assertThat(answer.status()).as(address).isEqualTo(403);
      assertThat(answer.text()).contains("<h1>");
    }
    page.reload();
    assertThat(heading(page)).hasText("Hello Sam Shopper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/account", "/account/addresses", "/account/profile", "/account/security"})
  void pagesOfAnAccountAreOfNobodyElse(String address) {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/de" + address);
    assertThat(page).hasURL(Pattern.compile("/de/login[?]next="));
    Forms.field(page, "E-Mail-Adresse").fill(DEMO);
    Forms.field(page, "Passwort").fill(DEMO_PASSWORD);
    Forms.button(page, "Anmelden").click();
    assertThat(page).hasURL(Pattern.compile("/de" + address + "$"));
    Response answer = page.reload();
    assertThat(answer.headers()).containsEntry("cache-control", "private, no-store");
    assertThat(page.locator("meta[name=robots]"))
        .hasAttribute("content", Pattern.compile("noindex"));
    assertThat(page.locator(".account__nav [aria-current=page]")).hasCount(1);
  }

  @Test
  void theHeaderOfASharedPageSaysWhoIsSignedIn() {
    Page page = shop.visit(Device.DESKTOP);
    page.navigate("/");
    Locator account = page.locator("[data-account]");
    assertThat(account.locator(".label-text")).hasText("Sign in");
    account.click();
    Forms.signIn(page, DEMO, DEMO_PASSWORD);
    page.navigate("/");
    assertThat(account.locator(".label-text")).hasText("Sam");
  }

  @Test
  void aPasswordCanBeReadWhileItIsTyped() {
    Page page = shop.visit(Device.PHONE);
    page.navigate("/login");
    Forms.field(page, "Password").fill("a secret");
    Forms.button(page, "Show password").click();
    assertThat(Forms.field(page, "Password")).hasAttribute("type", "text");
    assertThat(Forms.field(page, "Password")).hasValue("a secret");
    Forms.button(page, "Show password").click();
    assertThat(Forms.field(page, "Password")).hasAttribute("type", "password");
  }

  private static Cookie cookie(Page page, String name) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator status(Page page) {
    return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS);
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
