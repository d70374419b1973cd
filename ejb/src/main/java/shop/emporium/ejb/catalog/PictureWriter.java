package shop.emporium.ejb.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Optional;

/** Writes pictures and reads them, each call in a transaction of its own. */
@Stateless
public class PictureWriter {

  private static final String UNSEEN =
      "SELECT hash, content_type, bytes FROM picture WHERE width IS NULL AND content_type <> 'image/svg+xml'";

  @PersistenceContext private EntityManager entityManager;
  @Inject private PictureSizer sizer;

  /**
   * Joins a name to a picture that is there already.
   *
   * @return false when there is no such picture
   */
  public boolean link(String source, String hash) {
    return entityManager
            .createNativeQuery(
                "INSERT INTO picture_source (source, hash) SELECT :source, hash FROM picture WHERE hash = :hash"
                    + " ON CONFLICT (source) DO UPDATE SET hash = excluded.hash")
            .setParameter("source", source)
            .setParameter("hash", hash)
            .executeUpdate()
        > 0;
  }

  /** Adds a picture, unless it is there, and joins a name to it. */
  public void add(String source, String hash, PictureType type, byte[] bytes, PictureSizes sizes) {
    entityManager
        .createNativeQuery(
            "INSERT INTO picture (hash, content_type, bytes) VALUES (:hash, :type, :bytes) ON CONFLICT DO NOTHING")
        .setParameter("hash", hash)
        .setParameter("type", type.contentType())
        .setParameter("bytes", bytes)
        .executeUpdate();
    if (type != PictureType.SVG) {
      keep(hash, sizes);
    }
    link(source, hash);
  }

  private void keep(String hash, PictureSizes sizes) {
    sizes
        .renditions()
        .forEach(
            (width, webp) ->
                entityManager
                    .createNativeQuery(
                        "INSERT INTO picture_rendition (hash, width, bytes) VALUES (:hash, :width, :bytes) ON CONFLICT DO NOTHING")
                    .setParameter("hash", hash)
                    .setParameter("width", width)
                    .setParameter("bytes", webp)
                    .executeUpdate());
    entityManager
        .createNativeQuery("UPDATE picture SET width = :width, height = :height WHERE hash = :hash")
        .setParameter("width", sizes.width())
        .setParameter("height", sizes.height())
        .setParameter("hash", hash)
        .executeUpdate();
  }

  /** Makes what is missing of one picture that was stored before pictures had sizes, if it was. */
  public void size(String hash) {
    size(
        entityManager
            .createNativeQuery(UNSEEN + " AND hash = :hash FOR NO KEY UPDATE", Tuple.class)
            .setParameter("hash", hash));
  }

  /**
   * Makes what is missing of any one picture that no other node is at.
   *
   * @return false when nothing is missing
   */
  public boolean sizeNext() {
    return size(
        entityManager.createNativeQuery(
            UNSEEN + " LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED", Tuple.class));
  }

  private boolean size(Query unseen) {
    Optional<Tuple> found = Results.of(unseen).stream().findFirst();
    found.ifPresent(
        row -> {
          String hash = (String) row.get("hash");
          PictureType type = PictureType.of((String) row.get("content_type"));
          keep(hash, sizesOrNone(hash, type, (byte[]) row.get("bytes")));
        });
    return found.isPresent();
  }

  /** What is stored stays, even what would be refused now. */
  private PictureSizes sizesOrNone(String hash, PictureType type, byte[] bytes) {
    try {
      return sizer.sizes(hash, type, bytes);
    } catch (CatalogueFileException unreadable) {
      return PictureSizes.NONE;
    }
  }

  /** A picture as it was delivered. */
  public Optional<StoredPicture> find(String hash) {
    return picture(
        entityManager
            .createNativeQuery(
                "SELECT content_type, bytes FROM picture WHERE hash = :hash", Tuple.class)
            .setParameter("hash", hash));
  }

  /** A picture's rendition of a width; as it was delivered where there is none. */
  public Optional<StoredPicture> find(String hash, int width) {
    return picture(
        entityManager
            .createNativeQuery(
                """
                SELECT CASE WHEN r.hash IS NULL THEN p.content_type ELSE 'image/webp' END AS content_type,
                       coalesce(r.bytes, p.bytes) AS bytes
                  FROM picture p LEFT JOIN picture_rendition r ON r.hash = p.hash AND r.width = least(:width, p.width)
                 WHERE p.hash = :hash
                """,
                Tuple.class)
            .setParameter("hash", hash)
            .setParameter("width", width));
  }

  private static Optional<StoredPicture> picture(Query query) {
    return Results.of(query).stream()
        .map(row -> new StoredPicture((String) row.get("content_type"), (byte[]) row.get("bytes")))
        .findFirst();
  }
}
