package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of page there are, in both languages, read by the Nu HTML checker of the W3C. */
@Tag("cluster")
class HtmlValidityClusterIT {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/category/kitchen",
          "/search?q=shoe",
          "/search?q=zzzqqq",
          "/product/aster-2-trail-running-shoe",
          "/cart",
          "/checkout?step=address",
          "/checkout?step=delivery",
          "/checkout?step=payment",
          "/checkout?step=review",
          "/help",
          "/help?q=money",
          "/help?q=zzzqqq",
          "/contact",
          "/contact?by=phone",
          "/contact?sent=1001",
          "/support/open?key=none",
          "/track",
          "/login",
          "/register",
          "/register?sent=1",
          "/password/forgot",
          "/password/reset?token=none",
          "/account/confirm?token=none",
          "/dev/mail",
          "/no-such-page");

  /** Facelets write XML, in which a void element ends so; the checker only remarks on it. */
  private static final String TRAILING_SLASH = "Trailing slash on void elements";

  @Test
  void everyKindOfPageIsValidHtml(@TempDir Path folder, TestReporter reporter) throws Exception {
    Map<String, String> addresses = new LinkedHashMap<>();
    Shop.sql("UPDATE product_variant SET available = 100 WHERE sku = 'KST-HAR22'");
    Shop.Visitor visitor = Buyer.with("KST-HAR22", 1).fillIn().visitor();
    for (String language : List.of("en", "de")) {
      for (String page : PAGES) {
        String address = "/" + language + page;
        String body = visitor.get(address).body();
        assertThat(body).as(address).contains("lang=\"" + language + "\"");
        String file = "page" + addresses.size() + ".html";
        Files.writeString(folder.resolve(file), body);
        addresses.put(file, address);
      }
    }
    List<JsonObject> messages = check(folder, addresses.keySet().stream().toList());
    assertThat(messages).as("the checker remarks on each file").isNotEmpty();
    List<String> errors =
        messages.stream()
            .filter(message -> !message.getString("type").equals("info"))
            .map(message -> say(message, addresses))
            .toList();
    messages.stream()
        .filter(message -> message.getString("type").equals("info"))
        .filter(message -> !message.getString("message").startsWith(TRAILING_SLASH))
        .map(message -> say(message, addresses))
        .distinct()
        .forEach(warning -> reporter.publishEntry("warning", warning));
    assertThat(errors).isEmpty();
  }

  private static List<JsonObject> check(Path folder, List<String> files) throws Exception {
    Path output = folder.resolve("checked.json");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("test.java"), "bin/java").toString(),
                    "-Xmx256m",
                    "-jar",
                    System.getProperty("test.vnu"),
                    "--exit-zero-always",
                    "--format",
                    "json"),
                files.stream())
            .toList();
    Process checker =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!checker.waitFor(3, TimeUnit.MINUTES)) {
      checker.destroyForcibly();
      throw new IOException("The checker did not end within three minutes");
    }
    String said = Files.readString(output);
    assertThat(said).contains("\"messages\":");
    try (JsonReader reader = Json.createReader(new StringReader(said))) {
      return reader.readObject().getJsonArray("messages").getValuesAs(JsonObject.class);
    }
  }

  private static String say(JsonObject message, Map<String, String> addresses) {
    String url = message.getString("url", "");
    return "%s line %d: %s %s"
        .formatted(
            addresses.getOrDefault(url.substring(url.lastIndexOf('/') + 1), url),
            message.getInt("lastLine", 0),
            message.getString("message"),
            message.getString("extract", "").strip());
  }
}
