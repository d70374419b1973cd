package shop.emporium.web.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import shop.emporium.domain.shared.Sha256;

/**
 * Names versions of pages, for {@code ETag}: a digest of what a page is made of and of the build
 * that makes it. Nodes with the same build give the same name to the same page.
 */
@ApplicationScoped
public class PageVersion {

  private static final String MANIFEST = "/META-INF/MANIFEST.MF";
  private static final String BUILT = "Build-Time";

  /** One for each category in each language, more or less. */
  private static final int MOST_FRAMES = 500;

  @Inject private ServletContext context;

  private final Cache<Object, String> frames =
      Caffeine.newBuilder()
          .maximumSize(MOST_FRAMES)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  private String build;

  @PostConstruct
  void readBuild() {
    try (InputStream file = context.getResourceAsStream(MANIFEST)) {
      Attributes attributes = new Manifest(file).getMainAttributes();
      build = attributes.getValue(BUILT);
      if (build == null) {
        throw new IllegalStateException("The manifest does not say " + BUILT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The name of a version, as it stands in a header.
   *
   * @param frame what many pages have in common
   * @param madeOf what else the page is made of
   */
  String tag(Object frame, List<?> madeOf) {
    String around = frames.get(frame, known -> digest(List.of(build, known)));
    // Weak, since a proxy compresses it: the bytes are others, the page is the same.
    return "W/\"" + digest(List.of(around, madeOf)) + '"';
  }

  private static String digest(List<?> values) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(values.toString()));
  }

  /** Whether a visitor has this version already, by what the header If-None-Match says. */
  static boolean isIn(String header, String tag) {
    String name = tag.substring("W/".length());
    return header != null
        && Stream.of(header.split(","))
            .map(String::strip)
            .map(known -> known.startsWith("W/") ? known.substring("W/".length()) : known)
            .anyMatch(name::equals);
  }
}
