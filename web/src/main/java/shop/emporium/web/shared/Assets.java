package shop.emporium.web.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.emporium.domain.shared.Sha256;

/**
 * The addresses of style, script and drawings: {@code #{asset.url('store.css')}} is {@code
 * /assets/store.<first 12 hex digits of its SHA-256>.css}.
 *
 * <p>Since a name changes with its content, a browser keeps a file for ever and never asks again.
 * Names are made once, at the first use after the start.
 */
@Named("asset")
@ApplicationScoped
public class Assets {

  private static final String FOLDER = "/static/";
  private static final int HASH_LENGTH = 12;

  @Inject private ServletContext context;

  private Map<String, String> hashedNames;
  private Map<String, String> names;

  @PostConstruct
  void readAll() {
    Map<String, String> byName = new HashMap<>();
    Map<String, String> byHashedName = new HashMap<>();
    Set<String> paths = context.getResourcePaths(FOLDER);
    for (String path : paths == null ? Set.<String>of() : paths) {
      if (!path.endsWith("/")) {
        String name = path.substring(FOLDER.length());
        String hashed = hashedName(name, digest(path));
        byName.put(name, hashed);
        byHashedName.put(hashed, name);
      }
    }
    hashedNames = Map.copyOf(byName);
    names = Map.copyOf(byHashedName);
  }

  /**
   * The address of a file.
   *
   * @param name such as {@code store.css}
   * @throws IllegalArgumentException when there is no such file, which is a mistake in a page
   */
  public String url(String name) {
    String hashed = hashedNames.get(name);
    if (hashed == null) {
      throw new IllegalArgumentException("No file of this name in /static: " + name);
    }
    return "/assets/" + hashed;
  }

  /** The file that an address names, such as {@code store.css} for {@code store.0a1b….css}. */
  public Optional<String> nameOf(String hashedName) {
    return Optional.ofNullable(names.get(hashedName));
  }

  static String hashedName(String name, byte[] digest) {
    int dot = name.lastIndexOf('.');
    String hash = HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    return dot < 0 ? name + "." + hash : name.substring(0, dot) + "." + hash + name.substring(dot);
  }

  private byte[] digest(String path) {
    try (InputStream file = context.getResourceAsStream(path)) {
      return Sha256.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
