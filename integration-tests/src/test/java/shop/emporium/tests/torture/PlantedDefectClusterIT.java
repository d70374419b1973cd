package shop.emporium.tests.torture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shop.emporium.tests.cluster.Shop;
import shop.emporium.tests.defect.PlantedDefect;

/** A suite that cannot fail proves nothing: without locks, this one does. */
@Tag("cluster")
class PlantedDefectClusterIT {

  private static final String CHECK = "product_variant_available_check";

  /** What the defect has left would be found by whoever looks later. */
  private static final String MEND =
      """
      UPDATE product_variant SET available = greatest(available, 0), received = greatest(available, 0) + reserved + sold
       WHERE available < 0
      """;

  @BeforeEach
  void plant() {
    Shop.NODES.forEach(node -> Shop.manage(node, onTheSwitch("add").add("value", "on").build()));
    Base.run("ALTER TABLE product_variant DROP CONSTRAINT " + CHECK);
  }

  @AfterEach
  void takeOut() {
    Shop.NODES.forEach(node -> Shop.manage(node, onTheSwitch("remove").build()));
    Base.run(MEND);
    Base.run("ALTER TABLE product_variant ADD CONSTRAINT " + CHECK + " CHECK (available >= 0)");
  }

  private static JsonObjectBuilder onTheSwitch(String operation) {
    return Json.createObjectBuilder()
        .add("operation", operation)
        .add(
            "address",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("system-property", PlantedDefect.SWITCH)));
  }

  @Test
  void withoutLocksTheSuiteFails() throws Exception {
    Verdict verdict = new TortureRun(1).play(List.of(new LastUnitRace(200)), Duration.ZERO, false);
    assertThat(verdict.broken())
        .as(verdict.text())
        .extracting(Promise::name)
        .contains("stock adds up", "scenario: last unit race");
  }
}
