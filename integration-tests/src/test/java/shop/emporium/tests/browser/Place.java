package shop.emporium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;

/** The kinds of page there are, each with an address that the sample catalogue has. */
enum Place {
  HOME("/"),
  CATEGORY("/category/outdoor-sport"),
  SEARCH("/search?q=trail&inStock=true"),
  EVERYTHING("/search?sort=price&page=2"),
  NOTHING_FOUND("/search?q=zzzqqq"),
  PRODUCT("/product/aster-2-trail-running-shoe"),
  SOLD_OUT("/product/parlour-snare-drum"),
  CART_EMPTY("/cart"),
  CART_FILLED("/cart") {
    @Override
    void open(Page page) {
      putIntoCart(page, "KST-AST2-EMB-42", 2);
      putIntoCart(page, "KST-HAR22", 1);
      super.open(page);
    }
  },
  HELP("/help"),
  MISSING("/no-such-page");

  private final String address;

  Place(String address) {
    this.address = address;
  }

  /** Goes there, and does first what the page needs to look as its name says. */
  void open(Page page) {
    page.navigate(address);
  }

  private static void putIntoCart(Page page, String sku, int quantity) {
    APIResponse answer =
        page.request()
            .post(
                "/api/v1/cart/lines",
                RequestOptions.create().setData(Map.of("sku", sku, "quantity", quantity)));
    assertThat(answer.ok()).as("%s in the cart: %s", sku, answer.text()).isTrue();
  }
}
