package shop.emporium.ejb.catalog;

import java.io.IOException;
import java.io.OutputStream;

/** A picture's kind and bytes, as the database holds them. */
public final class StoredPicture {

  private final String contentType;
  private final byte[] bytes;

  StoredPicture(String contentType, byte[] bytes) {
    this.contentType = contentType;
    this.bytes = bytes;
  }

  /** One of those of {@link PictureType}. */
  public String contentType() {
    return contentType;
  }

  /** How many bytes it has. */
  public int length() {
    return bytes.length;
  }

  /** Writes all bytes; leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }
}
