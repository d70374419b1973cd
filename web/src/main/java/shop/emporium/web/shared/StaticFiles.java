package shop.emporium.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Serves style, script and drawings under names that hold a hash of their content, so that browsers
 * keep them for ever.
 *
 * <p>nginx serves the same files from disk; this is for whoever asks a node itself.
 */
@WebServlet("/assets/*")
public class StaticFiles extends HttpServlet {

  @Inject private transient Assets assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Optional<String> name = path == null ? Optional.empty() : assets.nameOf(path.substring(1));
    if (name.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(getServletContext().getMimeType(name.get()));
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    try (InputStream file = getServletContext().getResourceAsStream("/static/" + name.get());
        ServletOutputStream out = response.getOutputStream()) {
      file.transferTo(out);
    }
  }
}
