package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transfers over HTTP are noted by administrators only; notices need no cookie and no origin. */
@Tag("cluster")
class TransferClusterIT {

  private static final String ADDRESS = "/api/v1/admin/payments/EM-999999999/transfer";
  private static final String MONEY = "{\"amount\":\"12.34\",\"currency\":\"EUR\"}";
  private static final String BACK = ADDRESS + "-back";

  @Test
  void areNotedByAdministratorsOnly() throws Exception {
    assertThat(Shop.visitor().post(ADDRESS, MONEY).statusCode()).isEqualTo(401);
    Shop.Visitor shopper = signedIn("shopper@example.com");
    assertThat(shopper.post(ADDRESS, MONEY).statusCode()).isEqualTo(403);
    Shop.Visitor admin = signedIn("admin@example.com");
    assertThat(admin.post(ADDRESS, MONEY).statusCode()).isEqualTo(404);
    assertThat(Shop.visitor().get(BACK).statusCode()).isEqualTo(401);
    assertThat(shopper.get(BACK).statusCode()).isEqualTo(403);
    assertThat(admin.get(BACK).body()).isEqualTo("[]");
    assertThat(admin.post(BACK, MONEY).statusCode()).as("no refund is named").isEqualTo(400);
    assertThat(admin.post(BACK, back("x")).statusCode()).isEqualTo(400);
    assertThat(admin.post(BACK, back(UUID.randomUUID().toString())).statusCode()).isEqualTo(404);
    for (String wrong :
        List.of(
            "{}",
            "[]",
            "{\"amount\":\"1.234\",\"currency\":\"EUR\"}",
            "{\"amount\":\"1e999999999\",\"currency\":\"EUR\"}",
            "{\"amount\":\"12.34\",\"currency\":\"XYZ9\"}")) {
      assertThat(admin.post(ADDRESS, wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void noticesWithoutSignatureAreRefusedOnEachNode() throws Exception {
    for (String node : Shop.NODES) {
      assertThat(
              Shop.visitor()
                  .call("POST", Shop.uri(node, "/api/v1/payments/demo/notices"), "{}")
                  .statusCode())
          .isEqualTo(400);
    }
    assertThat(Shop.visitor().post("/api/v1/payments/stripe/notices", "{}").statusCode())
        .as("Stripe is not in use")
        .isEqualTo(404);
  }

  private static String back(String refund) {
    return MONEY.replace("{", "{\"refund\":\"" + refund + "\",");
  }

  private static Shop.Visitor signedIn(String email) throws IOException {
    Shop.Visitor visitor = Shop.visitor();
    String body = "{\"email\":\"%s\",\"password\":\"Demo-store-2026!\"}".formatted(email);
    assertThat(visitor.post("/api/v1/session", body).statusCode()).isEqualTo(200);
    return visitor;
  }
}
