package shop.emporium.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** What somebody does at the agents' page. */
final class AgentDesk {

  private static final int AT_ONCE_MS = 1_000;

  private AgentDesk() {}

  /**
   * Opens the conversation that begins with these words, and takes it, unless it is given to this
   * agent at that very moment.
   */
  static void take(Page desk, String words) {
    // Who waits is shown there too.
    desk.locator("#box-mine").click();
    desk.locator(".q", new Page.LocatorOptions().setHasText(words)).click();
    // Only then it is known whose it is.
    assertThat(desk.locator("#log .msg__bubble").first()).containsText(words);
    Locator take = desk.locator("[data-move=take]");
    Locator send = desk.locator("#compose [type=submit]");
    desk.waitForCondition(
        () -> {
          if (take.isVisible()) {
            click(take);
          }
          return send.isVisible() && send.isEnabled();
        });
  }

  private static void click(Locator button) {
    try {
      button.click(new Locator.ClickOptions().setTimeout(AT_ONCE_MS));
    } catch (TimeoutError gone) {
      // Given meanwhile; the button is there no more.
    }
  }
}
