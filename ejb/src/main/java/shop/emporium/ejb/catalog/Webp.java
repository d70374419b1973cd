package shop.emporium.ejb.catalog;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPReadParam;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * WebP, which Java does not know by itself.
 *
 * <p>The codec is asked for by its own classes instead of through ImageIO's registry, which would
 * look for it in the class loader of whoever asks first. Its native library can be loaded by one
 * class loader only, so it is a module of WildFly and not a library in the EAR: that would fail
 * from the second deployment on.
 */
final class Webp {

  /** From here on nobody sees a difference on a screen; a step more costs a tenth in bytes. */
  private static final float QUALITY = 0.8f;

  private Webp() {}

  static ImageReader reader() {
    return new WebPImageReaderSpi().createReaderInstance(null);
  }

  /** Has a picture made smaller while it is decoded. */
  static void scale(ImageReadParam param, int width, int height) {
    WebPReadParam webp = (WebPReadParam) param;
    webp.setUseScaling(true);
    webp.setScaledWidth(width);
    webp.setScaledHeight(height);
  }

  static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
    WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
    param.setCompressionType(CompressionType.Lossy);
    param.setCompressionQuality(QUALITY);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
