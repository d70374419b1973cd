package shop.emporium.ejb.catalog;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps the bytes of pictures in the database, each content once, so that every node can serve
 * every picture.
 */
@Stateless
public class PictureService {

  /** The largest picture that the shop takes, in bytes. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  @PersistenceContext private EntityManager entityManager;

  /**
   * Stores a picture under the name or address by which catalogue files call it.
   *
   * @return its content hash
   * @throws CatalogueFileException when the bytes are no picture, or too many
   */
  public String store(@NotNull @Size(min = 1, max = 2000) String source, @NotNull byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new CatalogueFileException(source + " is larger than 10 MB");
    }
    PictureType type =
        PictureType.detect(bytes)
            .orElseThrow(
                () -> new CatalogueFileException(source + " is no WebP, PNG, JPEG, GIF or SVG"));
    String hash = HexFormat.of().formatHex(sha256().digest(bytes));
    entityManager
        .createNativeQuery(
            "INSERT INTO picture (hash, content_type, bytes) VALUES (:hash, :type, :bytes) ON CONFLICT DO NOTHING")
        .setParameter("hash", hash)
        .setParameter("type", type.contentType())
        .setParameter("bytes", bytes)
        .executeUpdate();
    entityManager
        .createNativeQuery(
            "INSERT INTO picture_source (source, hash) VALUES (:source, :hash)"
                + " ON CONFLICT (source) DO UPDATE SET hash = excluded.hash")
        .setParameter("source", source)
        .setParameter("hash", hash)
        .executeUpdate();
    return hash;
  }

  /** The picture whose content has this hash. */
  public Optional<StoredPicture> find(@NotNull String hash) {
    return Results.of(
            entityManager
                .createNativeQuery(
                    "SELECT content_type, bytes FROM picture WHERE hash = :hash", Tuple.class)
                .setParameter("hash", hash))
        .stream()
        .map(row -> new StoredPicture((String) row.get("content_type"), (byte[]) row.get("bytes")))
        .findFirst();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
