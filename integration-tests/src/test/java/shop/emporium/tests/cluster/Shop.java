package shop.emporium.tests.cluster;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The cluster under test: its addresses, its nodes, and the operator's command. */
public final class Shop {

  static final String NODE1 = "node1";
  static final String NODE2 = "node2";
  static final String NODE3 = "node3";
  public static final List<String> NODES = List.of(NODE1, NODE2, NODE3);

  /** The most that a node needs to start while others are busy, on the slowest of machines. */
  public static final Duration STARTED = Duration.ofMinutes(6);

  private static final String HTTP = System.getProperty("test.http");
  private static final int OFFSET = Integer.getInteger("test.port.offset");
  private static final Path STORE = Path.of(System.getProperty("test.store"));

  static {
    // Who waits for less says so.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
  }

  private Shop() {}

  /** A visitor without cookies. */
  static Visitor visitor() {
    return new Visitor();
  }

  /** The address of a path through nginx. */
  public static URI uri(String path) {
    return URI.create(HTTP + path);
  }

  /** The address of a path on a node itself. */
  public static URI uri(String node, String path) {
    return URI.create("http://localhost:" + port(node, 8080) + path);
  }

  private static int port(String node, int base) {
    return base + OFFSET + (Integer.parseInt(node.substring(4)) - 1) * 100;
  }

  /** Whether a node says that it is ready: it runs the shop and has its database. */
  public static boolean isReady(String node) {
    try {
      return visitor().get(uri(node, "/health/ready")).statusCode() == 200;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** The process of a part of this shop: a node, nginx or postgresql. */
  static ProcessHandle process(String part) {
    try {
      long pid = Long.parseLong(Files.readString(STORE.resolve("run/" + part + ".pid")).strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException gone) {
      throw new IllegalStateException(part + " does not run", gone);
    }
  }

  /**
   * Kills a part's process and its children, as a crash would: the local runner knows nothing of
   * it.
   */
  public static void crash(String part) {
    ProcessHandle process = process(part);
    Stream.concat(process.descendants(), Stream.of(process))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** The same, and keeps the local runner from starting it again until the next {@code up}. */
  public static void crashForGood(String part) {
    try {
      Files.deleteIfExists(STORE.resolve("run/" + part + ".wanted"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    crash(part);
  }

  /** Stops a node's process in the middle of what it does, as a disk that hangs would. */
  static ProcessHandle hang(String node) {
    ProcessHandle server =
        process(node)
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("/java"))
            .findFirst()
            .orElseThrow();
    signal("-STOP", server.pid());
    return server;
  }

  /** Has nginx read its configuration anew, as an operator does. */
  public static void reloadNginx() {
    signal("-HUP", process("nginx").pid());
  }

  private static void signal(String signal, long process) {
    try {
      new ProcessBuilder("kill", signal, String.valueOf(process)).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts what is down, and waits until all nodes are ready. */
  public static void bringUp() {
    if (!NODES.stream().allMatch(Shop::isReady)) {
      store("up");
      NODES.forEach(node -> Awaitility.await().atMost(STARTED).until(() -> isReady(node)));
    }
  }

  /** Runs scripts/store for this installation; fails when it does. */
  public static String store(String... arguments) {
    List<String> command =
        Stream.concat(
                Stream.of(Path.of(System.getProperty("test.root"), "scripts/store").toString()),
                Stream.of(arguments))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(Map.of("STORE_DIR", STORE.toString(), "STORE_PORT_OFFSET", String.valueOf(OFFSET)));
    try {
      Path output = Files.createTempFile("store", ".log");
      Process process = builder.redirectOutput(output.toFile()).start();
      if (!process.waitFor(STARTED.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      String said = Files.readString(output);
      Files.delete(output);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(command + " failed: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends what is held for checkouts of tests before; else it comes back in the middle of another.
   */
  public static void endHolds() {
    sql("UPDATE reservation SET expires_at = now()");
    Awaitility.await().until(() -> number("SELECT count(*) FROM reservation") == 0);
  }

  /** Runs one statement in the shop's database. */
  public static void sql(String statement) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The first column of the first row that the shop's database answers. */
  public static String value(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row: " + query);
      }
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The number that a query of the shop's database yields. */
  public static long number(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** A connection to the shop's database, which its user closes. */
  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        System.getProperty("test.db.url"), "emporium", secret("STORE_EMBEDDED_DB_PASSWORD"));
  }

  /** A secret of this installation. */
  public static String secret(String name) {
    try {
      return Files.readAllLines(STORE.resolve("secrets.env")).stream()
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.substring(line.indexOf('=') + 1))
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sets one of a node's settings, until {@link #unset}. */
  static void set(String node, String setting, String value) {
    manage(node, property("add", setting).add("value", value).build());
  }

  /** Leaves a setting of a node to be what it is otherwise. */
  static void unset(String node, String setting) {
    manage(node, property("remove", setting).build());
  }

  private static JsonObjectBuilder property(String operation, String name) {
    return Json.createObjectBuilder()
        .add("operation", operation)
        .add("address", Json.createArrayBuilder().add("system-property").add(name));
  }

  /** Hands an operation to a node's management interface, as an operator's console does. */
  public static JsonObject manage(String node, JsonObject operation) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port(node, 9990) + "/management");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      // Of Java's two clients only this one knows digests.
      connection.setAuthenticator(
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              return new PasswordAuthentication(
                  "admin", secret("STORE_ADMIN_PASSWORD").toCharArray());
            }
          });
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.getOutputStream().write(operation.toString().getBytes(StandardCharsets.UTF_8));
      if (connection.getResponseCode() != 200) {
        throw new IllegalStateException(operation + " answered " + connection.getResponseCode());
      }
      return parse(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(operation.toString(), e);
    }
  }

  /** The file or folder of this installation. */
  public static Path file(String name) {
    return STORE.resolve(name);
  }

  static JsonObject json(HttpResponse<String> response) {
    return parse(response.body());
  }

  public static JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  /** Somebody with a browser's cookies, but no scripts. */
  static final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private String address;
    private final HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Is at this address of the network from now on, for nodes that are asked without nginx. */
    Visitor from(String other) {
      address = other;
      return this;
    }

    Optional<String> address() {
      return Optional.ofNullable(address);
    }

    HttpResponse<String> get(String path) throws IOException {
      return get(uri(path));
    }

    HttpResponse<String> get(URI uri) throws IOException {
      return send(HttpRequest.newBuilder(uri));
    }

    HttpResponse<String> post(String path, String json) throws IOException {
      return send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A call of the REST interface; without a body where that is null. */
    HttpResponse<String> call(String method, URI uri, String json) throws IOException {
      HttpRequest.Builder request = HttpRequest.newBuilder(uri);
      return json == null
          ? send(request.method(method, HttpRequest.BodyPublishers.noBody()))
          : send(
              request
                  .header("Content-Type", "application/json")
                  .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> postForm(String path, String form) throws IOException {
      return send(
          HttpRequest.newBuilder(uri(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
      address().ifPresent(one -> request.header("X-Forwarded-For", one));
      try {
        return client.send(
            request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    /** For what is not a request, such as a socket. */
    HttpClient client() {
      return client;
    }

    int cartCount() throws IOException {
      return json(get("/api/v1/me")).getInt("cartCount");
    }

    /** The value of a cookie. */
    Optional<String> cookie(String name) {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals(name))
          .map(HttpCookie::getValue)
          .findFirst();
    }

    /** Puts a cookie into the browser, or takes it out where the value is null. */
    void setCookie(String name, String value) {
      CookieStore store = cookies.getCookieStore();
      store.getCookies().stream()
          .filter(cookie -> cookie.getName().equals(name))
          .toList()
          .forEach(cookie -> store.remove(uri("/"), cookie));
      if (value != null) {
        HttpCookie cookie = new HttpCookie(name, value);
        // As Java's manager of cookies names this machine, so that the shop's own takes its place.
        cookie.setDomain("localhost.local");
        cookie.setPath("/");
        cookie.setVersion(0);
        store.add(uri("/"), cookie);
      }
    }

    boolean hasCookies() {
      return !cookies.getCookieStore().getCookies().isEmpty();
    }
  }
}
