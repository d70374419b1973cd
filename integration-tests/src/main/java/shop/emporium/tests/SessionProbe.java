package shop.emporium.tests;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Counts the requests of a session, so that tests can see whether it is the same on every node.
 * Added to the EAR under test only: the shop's public pages make no session.
 */
@WebServlet("/test/session")
public class SessionProbe extends HttpServlet {

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession();
    Integer before = (Integer) session.getAttribute("count");
    int count = before == null ? 1 : before + 1;
    session.setAttribute("count", count);
    response.setContentType("text/plain");
    response.getWriter().print(count);
  }
}
