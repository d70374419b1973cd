package shop.emporium.tests.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/** The mails that the shop sent, as its page for developers shows them. */
final class Mailbox {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Mailbox() {}

  /** The link of the newest mail of this subject to this address, once it is there. */
  static String link(Page page, String to, String subject) {
    Locator mail =
        page.locator(".mails li")
            .filter(new Locator.FilterOptions().setHasText(to))
            .filter(new Locator.FilterOptions().setHasText(subject))
            .first();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              page.navigate("/en/dev/mail");
              return mail.isVisible();
            });
    mail.locator("a").click();
    return page.locator(".mail dd a").first().getAttribute("href");
  }
}
