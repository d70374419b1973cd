package shop.emporium.web.dev;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.ejb.shared.mail.KeptMail;
import shop.emporium.ejb.shared.mail.MailFolder;

/**
 * Shows a mail as a mail program does, by itself and in a sandbox: {@code /dev/mail.html?name=…}.
 */
@WebServlet("/dev/mail.html")
public class MailHtmlServlet extends HttpServlet {

  @Inject private transient StoreSettings settings;
  @Inject private transient MailFolder folder;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<KeptMail> mail =
        settings.isProduction() ? Optional.empty() : folder.find(request.getParameter("name"));
    if (mail.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "private, no-store");
    // Whatever is in a mail, it runs nothing, sends nothing, and is nobody here.
    response.setHeader(
        "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.getWriter().write(mail.get().html());
  }
}
