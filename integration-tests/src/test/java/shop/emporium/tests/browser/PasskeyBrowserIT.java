package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signing in without a password, with a device that Chromium plays. */
@Tag("browser")
class PasskeyBrowserIT {

  private static final String DEMO_PASSWORD = "Demo-store-2026!";
  private static final String SHOPPER = "shopper@example.com";
  private static final String AGENT = "agent@example.com";

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  @ParameterizedTest
  @EnumSource(Device.class)
  void aPasskeySignsInWithoutAPassword(Device device) {
    Page page = shop.visit(device);
    String name = "<b>Key</b> " + System.nanoTime();
    new VirtualDevice(page).waitsToBeAsked();
    signIn(page, SHOPPER);
    page.navigate("/account/security");
    add(page, name);
    assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
        .containsText("Your new passkey is ready");
    Locator line = page.locator(".passkeys li").filter(having(name));
    assertThat(line).containsText("not used yet");
    assertThat(Mailbox.link(page, SHOPPER, "A passkey was added")).endsWith("/account/security");

    signOut(page);
    page.navigate("/login?next=/account/security");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    page.locator("#remember").check();
    Forms.button(page, "Sign in with a passkey").click();
    assertThat(page).hasURL(Pattern.compile("/account/security$"));
    assertThat(line).containsText("last used");
    assertThat(page.context().cookies().stream().anyMatch(one -> one.name.equals("remember")))
        .isTrue();
    line.locator("summary").click();
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    remove(page, line);
  }

  @Test
  void aRemovedPasskeyIsRefusedInWords() {
    Page page = shop.visit(Device.DESKTOP);
    String name = "Lost " + System.nanoTime();
    VirtualDevice device = new VirtualDevice(page);
    device.waitsToBeAsked();
    signIn(page, AGENT);
    page.navigate("/account/security");
    add(page, name);
    Locator line = page.locator(".passkeys li").filter(having(name));
    remove(page, line);
    assertThat(Mailbox.link(page, AGENT, "A passkey was removed")).endsWith("/account/security");
    assertThat(device.passkeys()).isEqualTo(1);

    signOut(page);
    page.navigate("/login");
    shop.expect("401 to POST " + System.getProperty("test.http") + "/api/v1/session/passkey");
    Forms.button(page, "Sign in with a passkey").click();
    assertThat(page.locator("main").getByRole(AriaRole.ALERT))
        .containsText("does not open an account here");
    AccessibilityBrowserIT.findsNothingInLightAndDark(page);
    assertThat(page).hasURL(Pattern.compile("/login$"));
  }

  @Test
  void theBrowserOffersItWhereAnAddressIsTyped() {
    Page page = shop.visit(Device.DESKTOP);
    new VirtualDevice(page);
    signIn(page, AGENT);
    page.navigate("/account/security");
    String name = "Offered " + System.nanoTime();
    add(page, name);
    assertThat(page.locator(".passkeys li").filter(having(name))).hasCount(1);
    page.request().delete("/api/v1/session");
    // A device that Chromium plays takes the offer, as somebody does who taps on it.
    page.navigate("/login?next=/account/security");
    assertThat(page).hasURL(Pattern.compile("/account/security$"));
    assertThat(page.locator(".passkeys li").filter(having(name))).containsText("last used");
  }

  @Test
  void aDeviceThatIsNotSureOfItsOwnerSignsNobodyIn() {
    Page page = shop.visit(Device.DESKTOP);
    VirtualDevice device = new VirtualDevice(page);
    device.verifies(false);
    signIn(page, AGENT);
    page.navigate("/account/security");
    add(page, "Unsure " + System.nanoTime());
    assertThat(page.locator("main").getByRole(AriaRole.ALERT)).containsText("No passkey was used");
    assertThat(device.passkeys()).isZero();
  }

  @Test
  void aWrongPasswordAddsNothing() {
    Page page = shop.visit(Device.PHONE);
    VirtualDevice device = new VirtualDevice(page);
    signIn(page, AGENT);
    page.navigate("/account/security");
    Forms.field(page, "Name of the passkey").fill("Key");
    Forms.field(page, "Your password").fill("something else");
    shop.expect(
        "403 to POST " + System.getProperty("test.http") + "/api/v1/passkeys/registration-options");
    Forms.button(page, "Add a passkey").click();
    assertThat(page.locator("main").getByRole(AriaRole.ALERT))
        .containsText("not your present password");
    assertThat(device.passkeys()).isZero();
    assertThat(Forms.button(page, "Add a passkey")).isEnabled();
  }

  @Test
  void aPasskeyIsRenamedAndRemovedWithoutScripts() {
    Page page = shop.visit(Device.DESKTOP);
    new VirtualDevice(page);
    signIn(page, AGENT);
    page.navigate("/account/security");
    String name = "Plain " + System.nanoTime();
    add(page, name);
    assertThat(page.locator(".passkeys li").filter(having(name))).hasCount(1);

    Page plain = shop.visitWithoutScripts(Device.PHONE);
    plain.navigate("/login");
    assertThat(plain.getByText("Sign in with a passkey")).isHidden();
    signIn(plain, AGENT);
    plain.navigate("/account/security");
    // A browser that is only told to run no scripts does not show what is there for one that
    // cannot.
    assertThat(plain.locator("[data-passkey-add]")).isHidden();
    Locator line = plain.locator(".passkeys li").filter(having(name));
    line.locator("summary").click();
    line.getByLabel("New name").fill("   ");
    line.getByText("Save name").click();
    assertThat(plain.getByRole(AriaRole.MAIN).getByRole(AriaRole.ALERT))
        .containsText("at most 60 characters");
    line.locator("summary").click();
    line.getByLabel("New name").fill(name + " again");
    line.getByText("Save name").click();
    assertThat(plain.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
        .containsText("new name");
    assertThat(line).containsText(name + " again");
    remove(plain, line);
  }

  private static void add(Page page, String name) {
    Forms.field(page, "Name of the passkey").fill(name);
    Forms.field(page, "Your password").fill(DEMO_PASSWORD);
    Forms.button(page, "Add a passkey").click();
  }

  private static void remove(Page page, Locator line) {
    line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).click();
    assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
        .containsText("The passkey is removed");
    assertThat(line).hasCount(0);
  }

  private static void signIn(Page page, String email) {
    page.navigate("/login");
    Forms.signIn(page, email, DEMO_PASSWORD);
    assertThat(page).hasURL(Pattern.compile("/account$"));
  }

  private static void signOut(Page page) {
    page.navigate("/account");
    Forms.button(page, "Sign out").click();
    assertThat(page.getByRole(AriaRole.MAIN).getByRole(AriaRole.STATUS).first())
        .hasText("You are signed out.");
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** A device with a screen lock whose owner always says yes. */
  private static final class VirtualDevice {

    private final Page page;
    private final CDPSession session;
    private final String id;

    private VirtualDevice(Page page) {
      this.page = page;
      session = page.context().newCDPSession(page);
      JsonObject ui = new JsonObject();
      // Without a window of the browser's own, which nobody could click.
      ui.addProperty("enableUI", false);
      session.send("WebAuthn.enable", ui);
      JsonObject options = new JsonObject();
      options.addProperty("protocol", "ctap2");
      options.addProperty("transport", "internal");
      options.addProperty("hasResidentKey", true);
      options.addProperty("hasUserVerification", true);
      options.addProperty("isUserVerified", true);
      options.addProperty("automaticPresenceSimulation", true);
      JsonObject device = new JsonObject();
      device.add("options", options);
      id =
          session
              .send("WebAuthn.addVirtualAuthenticator", device)
              .get("authenticatorId")
              .getAsString();
    }

    /** Pages do not offer its passkeys by themselves, which it would take at once. */
    void waitsToBeAsked() {
      page.addInitScript(
          "PublicKeyCredential.isConditionalMediationAvailable = async () => false;");
    }

    /** Whether the device recognises its owner. */
    void verifies(boolean isOwner) {
      JsonObject verified = named();
      verified.addProperty("isUserVerified", isOwner);
      session.send("WebAuthn.setUserVerified", verified);
    }

    /** How many passkeys the device keeps. */
    int passkeys() {
      return session.send("WebAuthn.getCredentials", named()).getAsJsonArray("credentials").size();
    }

    private JsonObject named() {
      JsonObject device = new JsonObject();
      device.addProperty("authenticatorId", id);
      return device;
    }
  }
}
