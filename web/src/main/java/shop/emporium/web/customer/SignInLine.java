package shop.emporium.web.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import shop.emporium.ejb.customer.SignInView;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/**
 * A browser with which a customer is signed in, in words.
 *
 * @param browser what people call it
 * @param address the network address from which it began
 * @param seenAt when it was seen last
 * @param seen the same in words
 * @param isHere whether it is the one that is asking
 */
public record SignInLine(
    long id, String browser, String address, Instant seenAt, String seen, boolean isHere) {

  static SignInLine of(SignInView signIn, long here, Locale locale) {
    return new SignInLine(
        signIn.id(),
        browser(signIn.agent(), locale),
        signIn.address(),
        signIn.lastSeenAt().truncatedTo(ChronoUnit.SECONDS),
        Moments.words(signIn.lastSeenAt(), locale),
        signIn.id() == here);
  }

  private static String browser(String agent, Locale locale) {
    return BrowserName.in(agent)
        .map(
            name ->
                name.device().isEmpty()
                    ? name.browser()
                    : Format.fill2(
                        PageText.of("security.browser", locale),
                        locale,
                        name.browser(),
                        name.device()))
        .orElseGet(() -> PageText.of("security.browser.unknown", locale));
  }
}
