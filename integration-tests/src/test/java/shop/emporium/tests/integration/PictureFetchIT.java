package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.catalog.Picture;
import shop.emporium.ejb.catalog.PictureFetchJob;
import shop.emporium.ejb.catalog.PictureService;
import shop.emporium.ejb.catalog.PictureSizeJob;
import shop.emporium.ejb.catalog.StoredPicture;
import shop.emporium.ejb.shared.LiveSetting;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class PictureFetchIT {

  private static final String HOSTS = "store.picture.hosts";

  @Inject private PictureFetchJob job;
  @Inject private PictureSizeJob sizes;
  @Inject private PictureService pictures;
  @Inject private Fixture shop;

  private HttpServer server;
  private ExecutorService threads;
  private String host;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void open() throws IOException {
    shop.execute("TRUNCATE picture, picture_fetch CASCADE");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    host = "127.0.0.1:" + server.getAddress().getPort();
    System.setProperty(HOSTS, "pictures.internal, " + host);
    LiveSetting.readAnew();
  }

  @AfterEach
  void close() {
    System.clearProperty(HOSTS);
    LiveSetting.readAnew();
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
    shop.execute("TRUNCATE picture_fetch");
  }

  /** What the picture server has, by the first part of the path. */
  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      switch (Path.of(exchange.getRequestURI().getPath()).getName(0).toString()) {
        case "picture" -> send(exchange, png(1200, 800));
        case "text" -> send(exchange, "<p>no picture".getBytes(StandardCharsets.UTF_8));
        case "large" -> send(exchange, new byte[PictureService.MAX_BYTES + 1]);
        case "endless" -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] piece = new byte[1 << 16];
          for (int sent = 0; sent < 3 * PictureService.MAX_BYTES; sent += piece.length) {
            exchange.getResponseBody().write(piece);
          }
        }
        case "moved" -> redirect(exchange, "/picture/moved");
        case "circle" -> redirect(exchange, "/circle");
        case "inward" -> redirect(exchange, "http://127.0.0.2/picture");
        case "port" -> redirect(exchange, "http://127.0.0.1:9/picture");
        case "file" -> redirect(exchange, "file:///etc/passwd");
        case "slow" -> await();
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    exchange.sendResponseHeaders(302, -1);
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void fetchesAPictureAndMakesItsSizes() throws InterruptedException {
    fetch("http://" + host + "/picture/a lamp.png", "http://" + host + "/moved");
    assertEquals(0, shop.number("SELECT count(*) FROM picture_fetch"));
    assertEquals(2, shop.number("SELECT count(*) FROM picture_source"));
    assertEquals(
        1, shop.number("SELECT count(*) FROM picture WHERE width = 1200 AND height = 800"));
    assertEquals(2, shop.number("SELECT count(*) FROM picture_rendition"));
  }

  @Test
  void notesWhatIsNotThereAndTriesAgainLater() throws InterruptedException {
    String source = "http://" + host + "/gone.png";
    fetch(source);
    assertFault(source, "The host answered with status 404");
    assertEquals(1, attempts(source));
    assertTrue(isDueIn(source, 30, 90));
    int before = requests.get();
    job.run();
    assertEquals(before, requests.get(), "not before its time");
    shop.execute("UPDATE picture_fetch SET next_at = now()");
    job.run();
    assertEquals(2, attempts(source));
    assertTrue(isDueIn(source, 90, 150));
  }

  @Test
  void givesUpAfterTwelveAttemptsAndKeepsTheReason() throws InterruptedException {
    String source = "http://" + host + "/gone.png";
    shop.execute(
        "INSERT INTO picture_fetch (source, attempts) VALUES ('%s', 11)".formatted(source));
    job.run();
    assertFault(source, "The host answered with status 404");
    assertEquals(1, shop.number("SELECT count(*) FROM picture_fetch WHERE next_at = 'infinity'"));
  }

  @Test
  void refusesWhatIsTooLargeAndWhatIsNoPicture() throws InterruptedException {
    String address = "http://" + host;
    fetch(address + "/large", address + "/endless", address + "/text");
    assertFault(address + "/large", "It is larger than 10 MB");
    assertFault(address + "/endless", "It is larger than 10 MB");
    assertFault(address + "/text", "The file is no WebP, PNG, JPEG, GIF or SVG");
    assertEquals(0, shop.number("SELECT count(*) FROM picture"));
  }

  @Test
  void followsARedirectOnlyToWhereItMayGo() throws InterruptedException {
    String address = "http://" + host;
    fetch(address + "/inward", address + "/port", address + "/file", address + "/circle");
    assertFault(address + "/inward", "127.0.0.2 has an address that is not public");
    assertFault(address + "/port", "Only ports 80 and 443 are reached, not 9");
    assertFault(address + "/file", "Only http and https addresses are fetched");
    assertFault(address + "/circle", "It is redirected more than 3 times");
  }

  @Test
  void reachesNothingInside() throws InterruptedException {
    System.clearProperty(HOSTS);
    LiveSetting.readAnew();
    fetch(
        "http://" + host + "/picture",
        "http://127.0.0.1/picture",
        "http://localhost/picture",
        "http://2130706433/picture",
        "https://10.1.2.3/picture",
        "http://169.254.169.254/latest/meta-data",
        "http://shop:secret@1.1.1.1/picture",
        "ftp://1.1.1.1/picture",
        "http:///picture");
    assertEquals(0, requests.get());
    assertFault("http://" + host + "/picture", "Only ports 80 and 443 are reached, not " + port());
    for (String inside :
        new String[] {"127.0.0.1", "localhost", "2130706433", "10.1.2.3", "169.254.169.254"}) {
      assertEquals(
          1,
          shop.number(
              "SELECT count(*) FROM picture_fetch WHERE last_error = '%s has an address that is not public'"
                  .formatted(inside)),
          inside);
    }
    assertEquals(9, shop.number("SELECT count(*) FROM picture_fetch WHERE attempts = 1"));
    assertEquals(0, shop.number("SELECT count(*) FROM picture_fetch WHERE last_error IS NULL"));
  }

  @Test
  void doesNotWaitForAHostThatDoesNotAnswer() throws InterruptedException {
    String source = "http://" + host + "/slow";
    long began = System.nanoTime();
    fetch(source, "http://" + host + "/picture");
    assertTrue(System.nanoTime() - began < 20_000_000_000L);
    assertFault(source, "The host did not answer within 10 s");
    assertEquals(1, shop.number("SELECT count(*) FROM picture"), "others need not wait");
  }

  @Test
  void makesTheSizesOfWhatAnEarlierReleaseStored() {
    String hash = pictures.store("a.png", png(1200, 800));
    shop.execute("DELETE FROM picture_rendition");
    shop.execute("UPDATE picture SET width = NULL, height = NULL");
    StoredPicture card = pictures.find(hash, Picture.CARD_WIDTH).orElseThrow();
    assertEquals("image/webp", card.contentType());
    assertNotEquals(pictures.find(hash).orElseThrow().length(), card.length());

    shop.execute("DELETE FROM picture_rendition");
    shop.execute("UPDATE picture SET width = NULL, height = NULL");
    // The timer may have been quicker; each picture is done by one of them.
    sizes.run();
    assertEquals(2, shop.number("SELECT count(*) FROM picture_rendition"));
    assertEquals(1, shop.number("SELECT count(*) FROM picture WHERE width = 1200"));
  }

  @Test
  void givesThePictureItselfWhereItIsNoLarger() {
    String hash = pictures.store("a.png", png(400, 400));
    String small =
        pictures.store(
            "a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
    assertEquals("image/webp", pictures.find(hash, Picture.CARD_WIDTH).orElseThrow().contentType());
    assertEquals(
        "image/svg+xml", pictures.find(small, Picture.PAGE_WIDTH).orElseThrow().contentType());
    assertFalse(pictures.find("0".repeat(64), Picture.CARD_WIDTH).isPresent());
  }

  private void fetch(String... sources) throws InterruptedException {
    for (String source : sources) {
      shop.execute("INSERT INTO picture_fetch (source) VALUES ('%s')".formatted(source));
    }
    // The timer may have taken some: a run waits for the one before it.
    job.run();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void assertFault(String source, String reason) {
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM picture_fetch WHERE source = '%s' AND last_error = '%s'"
                .formatted(source, reason)),
        reason);
  }

  private long attempts(String source) {
    return shop.number("SELECT attempts FROM picture_fetch WHERE source = '%s'".formatted(source));
  }

  private boolean isDueIn(String source, int least, int most) {
    return shop.number(
            "SELECT count(*) FROM picture_fetch WHERE source = '%s' AND extract(epoch FROM next_at - now()) BETWEEN %d AND %d"
                .formatted(source, least, most))
        == 1;
  }

  private static byte[] png(int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, x * 31 + y * 17 + (x ^ y) * 4099);
      }
    }
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
