package shop.emporium.tests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What is filled in and pressed in the main part of a page, by the words that people see. */
final class Forms {

  private Forms() {}

  static Locator field(Page page, String label) {
    return page.getByRole(AriaRole.MAIN)
        .getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Signs in on the page for that, which is open. */
  static void signIn(Page page, String email, String password) {
    field(page, "E-mail address").fill(email);
    field(page, "Password").fill(password);
    button(page, "Sign in").click();
  }
}
