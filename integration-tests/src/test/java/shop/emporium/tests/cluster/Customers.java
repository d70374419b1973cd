package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Customers with an account, which they make as an integrator's program would. */
final class Customers {

  static final String PASSWORD = "one two three four";

  private static final String API = "/api/v1";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Customers() {}

  /** An address that nobody has. */
  static String newEmail() {
    return "customer" + COUNT.incrementAndGet() + "." + System.nanoTime() + "@example.com";
  }

  /** Somebody new, signed in. */
  static Shop.Visitor signedIn() throws IOException {
    return signedIn(newEmail());
  }

  /** Somebody new with this address, signed in. */
  static Shop.Visitor signedIn(String email) throws IOException {
    Shop.Visitor visitor = Shop.visitor();
    signIn(visitor, email);
    return visitor;
  }

  /** Makes somebody new with this address of a visitor, who is signed in then. */
  static void signIn(Shop.Visitor visitor, String email) throws IOException {
    assertThat(register(visitor, email).statusCode()).isEqualTo(201);
    assertThat(visitor.post(API + "/session", credentials(email)).statusCode()).isEqualTo(200);
  }

  /** Somebody new with this address, signed in; confirmed, as if the link had come back. */
  static Shop.Visitor confirmed(String email) throws IOException {
    Shop.Visitor visitor = signedIn(email);
    Shop.sql("UPDATE customer SET confirmed_at = now() WHERE email = '" + email + "'");
    return visitor;
  }

  /** Asks for an account. */
  static HttpResponse<String> register(Shop.Visitor visitor, String email) throws IOException {
    return visitor.post(
        API + "/customers",
        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Jo Doe\"}".formatted(email, PASSWORD));
  }

  /** The address of somebody who is signed in. */
  static String email(Shop.Visitor visitor) throws IOException {
    return Shop.json(visitor.get(API + "/me/profile")).getString("email");
  }

  /** What is sent to sign in. */
  static String credentials(String email) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
  }
}
