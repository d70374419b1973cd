package shop.emporium.ejb.catalog;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import java.util.Optional;
import shop.emporium.domain.shared.Sha256;

/**
 * Keeps the bytes of pictures in the database, each content once, with the sizes in which pages
 * show them, so that every node can serve every picture.
 *
 * <p>No transaction is open while a picture is decoded.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PictureService {

  /** The largest picture that the shop takes, in bytes. */
  public static final int MAX_BYTES = 10 * 1024 * 1024;

  @Inject private PictureSizer sizer;
  @Inject private PictureWriter writer;

  /**
   * Stores a picture under the name or address by which catalogue files call it.
   *
   * @return its content hash
   * @throws CatalogueFileException when the bytes are no picture, damaged, or too many
   */
  public String store(@NotNull @Size(min = 1, max = 2000) String source, @NotNull byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new CatalogueFileException(source + " is larger than 10 MB");
    }
    PictureType type =
        PictureType.detect(bytes)
            .orElseThrow(
                () -> new CatalogueFileException(source + " is no WebP, PNG, JPEG, GIF or SVG"));
    String hash = HexFormat.of().formatHex(Sha256.of(bytes));
    if (!writer.link(source, hash)) {
      writer.add(source, hash, type, bytes, sizer.sizes(source, type, bytes));
    }
    return hash;
  }

  /** The picture whose content has this hash, as it was delivered. */
  public Optional<StoredPicture> find(@NotNull String hash) {
    return writer.find(hash);
  }

  /**
   * The picture whose content has this hash in one of its sizes; as it was delivered where it is no
   * larger.
   *
   * @param width {@link Picture#CARD_WIDTH} or {@link Picture#PAGE_WIDTH}
   */
  public Optional<StoredPicture> find(@NotNull String hash, int width) {
    // What an earlier release stored: its name must never show one content now and another later.
    writer.size(hash);
    return writer.find(hash, width);
  }
}
