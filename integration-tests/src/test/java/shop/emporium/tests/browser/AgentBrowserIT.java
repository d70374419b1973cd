package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console in which people who work here answer. */
@Tag("browser")
class AgentBrowserIT {

  @RegisterExtension final ShopBrowser shop = new ShopBrowser();

  private final String words = "Does it run small? " + System.nanoTime();

  @ParameterizedTest
  @EnumSource(Device.class)
  void aChatIsTakenAnsweredNotedAndClosed(Device device) {
    Page shopper = shop.visit(Device.DESKTOP);
    ask(shopper);
    Page office = staff(device);
    office.navigate("/agent");
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    fits(office);
    AgentDesk.take(office, words);
    Locator answer = office.locator("#answer");
    answer.fill("True to size.");
    answer.press("Enter");
    assertThat(office.locator("#log .msg--me .msg__bubble").last()).hasText("True to size.");
    assertThat(office.locator("#log [data-pending]")).hasCount(0);
    office.locator("#note").click();
    answer.fill("Suggest 43");
    answer.press("Enter");
    assertThat(office.locator("#log .msg--note .msg__bubble").last()).hasText("Suggest 43");
    answer.fill("/moment");
    assertThat(office.locator("#replies .reply").first()).containsText("/moment");
    answer.press("Enter");
    assertThat(answer).hasValue("One moment, I am looking that up for you.");
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    fits(office);
    office.locator("[data-move=close]").click();
    assertThat(office.locator("[data-move=reopen]")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void figuresAndReadyAnswersCanBeReadByEverybody(Device device) {
    Page office = staff(device);
    office.navigate("/agent/figures?days=30");
    assertThat(office.locator(".chart")).hasCount(4);
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    fits(office);
    office.navigate("/agent/replies");
    assertThat(office.locator("tbody tr").first()).containsText("/hello");
    AccessibilityBrowserIT.findsNothingInLightAndDark(office);
    fits(office);

    Page owner = staff(device, "admin@example.com");
    owner.navigate("/agent/replies");
    assertThat(owner.locator("tbody tr .acts").first()).isVisible();
    AccessibilityBrowserIT.findsNothingInLightAndDark(owner);
    fits(owner);
  }

  @Test
  void nobodyElseFindsIt() {
    Page guest = shop.visit(Device.PHONE);
    guest.navigate("/agent");
    assertThat(guest.url()).contains("/login?next=");
    assertThat(guest.request().get("/api/v1/agent/conversations").status()).isEqualTo(401);
  }

  /** A guest asks for a person, by the socket that the page's chat uses. */
  private void ask(Page shopper) {
    shopper.navigate("/help");
    shopper.evaluate(
        """
        async (words) => {
          await fetch('/api/v1/chat', { method: 'POST' });
          const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/chat?lang=en');
          await new Promise((done, failed) => {
            socket.onerror = failed;
            socket.onmessage = ({ data }) => {
              const frame = JSON.parse(data);
              if (frame.type === 'hello') {
                socket.send(JSON.stringify({ type: 'say', id: 'browser-it-say', conversation: 0, text: words }));
              } else if (frame.type === 'saved') {
                socket.send(JSON.stringify({ type: 'person', id: 'browser-it-person' }));
              } else if (frame.type === 'done') {
                done();
              }
            };
          });
        }
        """,
        words);
  }

  private Page staff(Device device) {
    return staff(device, "agent@example.com");
  }

  private Page staff(Device device, String email) {
    Page office = shop.visit(device);
    APIResponse in =
        office
            .request()
            .post(
                "/api/v1/session",
                RequestOptions.create()
                    .setData(Map.of("email", email, "password", "Demo-store-2026!")));
    assertThat(in.status()).isLessThan(300);
    return office;
  }

  /** Nothing scrolls sideways. */
  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }
}
