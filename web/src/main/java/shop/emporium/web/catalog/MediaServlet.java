package shop.emporium.web.catalog;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shop.emporium.ejb.catalog.Picture;
import shop.emporium.ejb.catalog.PictureService;
import shop.emporium.ejb.catalog.StoredPicture;

/**
 * Serves pictures from the database under the hash of their content, as they were delivered and in
 * the sizes of {@link Picture}; nginx keeps what it has seen once.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

  private static final Pattern FILE =
      Pattern.compile(
          "/([0-9a-f]{64})(?:\\.(?:webp|png|jpg|gif|svg)|-(%d|%d)\\.webp)"
              .formatted(Picture.CARD_WIDTH, Picture.PAGE_WIDTH));

  @Inject private transient PictureService pictures;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher file = FILE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    Optional<StoredPicture> picture =
        file.matches() ? find(file.group(1), file.group(2)) : Optional.empty();
    if (picture.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = '"' + file.group(1) + (file.group(2) == null ? "" : '-' + file.group(2)) + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    // A picture opened by itself may run nothing, whatever is in it.
    response.setHeader(
        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(picture.get().contentType());
    response.setContentLength(picture.get().length());
    picture.get().writeTo(response.getOutputStream());
  }

  private Optional<StoredPicture> find(String hash, String width) {
    return width == null ? pictures.find(hash) : pictures.find(hash, Integer.parseInt(width));
  }
}
