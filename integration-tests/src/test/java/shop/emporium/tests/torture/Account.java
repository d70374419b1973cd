package shop.emporium.tests.torture;

import java.net.http.HttpResponse;

/** Somebody who signs in, and does so again where nobody knows him any more. */
final class Account {

  private static final String PASSWORD = "Demo-store-2026!";

  private final String email;
  private final Buyer buyer;
  private final Doors doors;

  private Account(String email, Buyer buyer, Doors doors) {
    this.email = email;
    this.buyer = buyer;
    this.doors = doors;
  }

  /** Signs in with this browser, whatever cart it has; that is merged then. */
  static Account signIn(String email, Buyer buyer, Doors doors) {
    Account account = new Account(email, buyer, doors);
    account.signIn();
    return account;
  }

  /** The agent of the demo shop. */
  static Account agent(Doors doors) {
    return signIn("agent@example.com", new Buyer(), doors);
  }

  private void signIn() {
    String json = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    HttpResponse<String> answer = buyer.insist(doors, "POST", "/api/v1/session", json);
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(email + " cannot sign in: " + answer.body());
    }
  }

  Buyer buyer() {
    return buyer;
  }

  /** A call that is made once, whatever comes of it; 0 where nothing comes. */
  HttpResponse<String> call(String method, String path, String json) {
    HttpResponse<String> answer = buyer.insist(doors, method, path, json);
    if (answer.statusCode() == 401) {
      signIn();
      return buyer.insist(doors, method, path, json);
    }
    return answer;
  }

  /** Puts a piece into the cart. */
  void put(String sku) {
    HttpResponse<String> answer =
        call("POST", "/api/v1/cart/lines", "{\"sku\":\"%s\",\"quantity\":1}".formatted(sku));
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(sku + " cannot be put into the cart: " + answer.body());
    }
  }
}
