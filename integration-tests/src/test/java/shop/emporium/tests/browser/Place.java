package shop.emporium.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
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
  TRACK("/track"),
  CART_EMPTY("/cart"),
  CART_FILLED("/cart") {
    @Override
    void open(Page page) {
      putIntoCart(page, "KST-AST2-EMB-42", 2);
      putIntoCart(page, "KST-HAR22", 1);
      super.open(page);
    }
  },
  CHECKOUT_ADDRESS("/checkout") {
    @Override
    void open(Page page) {
      fillCart(page);
      super.open(page);
    }
  },
  CHECKOUT_REFUSED("/checkout") {
    @Override
    void open(Page page) {
      CHECKOUT_ADDRESS.open(page);
      page.locator("#address-form button.btn--primary").click();
      page.getByRole(AriaRole.ALERT).waitFor();
    }
  },
  CHECKOUT_DELIVERY("/checkout?step=delivery") {
    @Override
    void open(Page page) {
      fillCart(page);
      fillInAddress(page);
      super.open(page);
    }
  },
  CHECKOUT_PAYMENT("/checkout?step=payment") {
    @Override
    void open(Page page) {
      CHECKOUT_DELIVERY.open(page);
      send(page, "form=delivery&shippingMethod=standard");
      super.open(page);
      page.getByLabel("Billing address is the delivery address").uncheck();
    }
  },
  CHECKOUT_REVIEW("/checkout?step=review") {
    @Override
    void open(Page page) {
      CHECKOUT_DELIVERY.open(page);
      send(page, "form=delivery&shippingMethod=standard");
      send(page, "form=payment&payment=transfer&same=true");
      super.open(page);
    }
  },
  /** Where the button says most. */
  CHECKOUT_REVIEW_IN_GERMAN("/de/checkout?step=review") {
    @Override
    void open(Page page) {
      CHECKOUT_REVIEW.open(page);
      super.open(page);
    }
  },
  DEMO_PAY("/demo-pay/") {
    @Override
    void open(Page page) {
      page.navigate("/demo-pay/" + DemoPayBrowserIT.payment("OPEN"));
    }
  },
  HELP("/help"),
  HELP_NOTHING_FOUND("/help?q=zzzqqq"),
  CONTACT("/contact"),
  CONTACT_BY_PHONE("/contact?by=phone"),
  LINK_OF_TICKET_TOO_LATE("/support/open?key=none"),
  LOGIN("/login"),
  LOGIN_REFUSED("/login") {
    @Override
    void open(Page page) {
      super.open(page);
      page.getByLabel("E-mail address").fill("nobody@example.com");
      page.locator("form.form button.btn--primary").click();
      page.getByRole(AriaRole.ALERT).waitFor();
    }
  },
  REGISTER("/register"),
  REGISTERED("/register?sent=1"),
  FORGOT("/password/forgot"),
  RESET("/password/reset?token=" + "x".repeat(43)),
  RESET_TOO_LATE("/password/reset?token=none"),
  CONFIRM("/account/confirm?token=" + "x".repeat(43)),
  ACCOUNT("/account", true),
  TICKETS("/account/tickets", true),
  ADDRESSES("/account/addresses", true) {
    @Override
    void open(Page page) {
      super.open(page);
      if (page.locator(".place-card").count() == 0) {
        keepAddress(page, "Sam Shopper");
        keepAddress(page, "Extraordinarily Long Company Name Limited & Daughters");
        super.open(page);
      }
    }
  },
  ADDRESS_FORM("/account/addresses?add=1", true),
  ADDRESS_REFUSED("/account/addresses?add=1", true) {
    @Override
    void open(Page page) {
      super.open(page);
      page.locator("form.form button.btn--primary").click();
      page.getByRole(AriaRole.ALERT).waitFor();
    }
  },
  PROFILE("/account/profile", true),
  SECURITY("/account/security", true),
  WISHLIST("/account/wishlist", true) {
    @Override
    void open(Page page) {
      super.open(page);
      for (String sku : List.of("KST-AST2-EMB-42", "KST-HAR22", "BRV-PSD")) {
        put(page, "/wishlist/" + sku);
      }
      post(page, "/wishlists/" + listOf(page) + "/share", Map.of());
      super.open(page);
    }
  },
  WISHLIST_REFUSED("/account/wishlist", true) {
    @Override
    void open(Page page) {
      super.open(page);
      page.locator(".wish-lists summary").click();
      page.locator(".wish-lists form button").click();
      page.getByRole(AriaRole.ALERT).waitFor();
    }
  },
  WISHLIST_SHARED("/account/wishlist", true) {
    @Override
    void open(Page page) {
      WISHLIST.open(page);
      page.navigate(page.locator("#link").inputValue());
    }
  },
  MY_REVIEWS("/account/reviews", true),
  /** Of a customer of its own, with nothing in the cart but what is ordered. */
  ORDER("/order/", true) {
    @Override
    void open(Page page) {
      page.context().clearCookies();
      String email = "place-" + System.nanoTime() + "@example.com";
      Map<String, Object> customer = Map.of("email", email, "password", PASSWORD, "name", "Jo Doe");
      post(page, "/customers", customer);
      post(page, "/session", Map.of("email", email, "password", PASSWORD));
      Shelf.put("KST-HAR22", 50);
      page.navigate("/order/" + OrderBrowserIT.place(page, email));
    }
  },
  ORDERS("/account/orders", true) {
    @Override
    void open(Page page) {
      ORDER.open(page);
      super.open(page);
    }
  },
  STOCK_ALERT("/stock-alert?sku=BRV-PSD"),
  BACK_IN_STOCK_TOO_LATE("/back-in-stock?token=none"),
  MISSING("/no-such-page");

  private static final String PASSWORD = "one two three four";

  private final String address;
  private final boolean ofCustomer;

  Place(String address) {
    this(address, false);
  }

  /** Whether somebody has to be signed in there. */
  boolean isOfCustomer() {
    return ofCustomer;
  }

  /** Whether something is in the cart of who is there. */
  boolean hasCart() {
    return this == CART_FILLED || name().startsWith("CHECKOUT_");
  }

  Place(String address, boolean ofCustomer) {
    this.address = address;
    this.ofCustomer = ofCustomer;
  }

  /** Goes there, and does first what the page needs to look as its name says. */
  void open(Page page) {
    if (ofCustomer) {
      signIn(page);
    }
    page.navigate(address);
  }

  /** Once for each visitor. */
  private static void signIn(Page page) {
    if (page.request().get("/api/v1/me").text().contains("\"signedIn\":false")) {
      post(
          page, "/session", Map.of("email", "shopper@example.com", "password", "Demo-store-2026!"));
    }
  }

  private static void keepAddress(Page page, String name) {
    post(
        page,
        "/me/addresses",
        Map.of("name", name, "line1", "Torstraße 1", "city", "Berlin", "country", "DE"));
  }

  private static void putIntoCart(Page page, String sku, int quantity) {
    post(page, "/cart/lines", Map.of("sku", sku, "quantity", quantity));
  }

  /** There is enough of it, however many visitors before had some held for them. */
  private static void fillCart(Page page) {
    Shelf.put("KST-HAR22", 50);
    putIntoCart(page, "KST-HAR22", 1);
  }

  private static void fillInAddress(Page page) {
    send(
        page,
        "form=address&email=jo%40mail.example&name=Jo+Doe&line1=Linienstra%C3%9Fe+42&postalCode=10115&city=Berlin&country=DE");
  }

  /** Sends a form of the way to the till. */
  static void send(Page page, String form) {
    APIResponse answer =
        page.request()
            .post(
                "/checkout",
                RequestOptions.create()
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setData(form));
    assertThat(answer.ok()).as("%s: %s", form, answer.status()).isTrue();
  }

  private static void put(Page page, String path) {
    assertThat(page.request().put("/api/v1" + path).ok()).as(path).isTrue();
  }

  /** The number of the customer's default list. */
  private static String listOf(Page page) {
    return page.request().get("/api/v1/wishlist").text().replaceAll("^.*?\"id\":(\\d+).*$", "$1");
  }

  private static void post(Page page, String path, Map<String, Object> body) {
    APIResponse answer =
        page.request().post("/api/v1" + path, RequestOptions.create().setData(body));
    assertThat(answer.ok()).as("%s: %s", path, answer.text()).isTrue();
  }
}
