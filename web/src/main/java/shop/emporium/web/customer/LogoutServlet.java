package shop.emporium.web.customer;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.SeeOther;

/** Signs out, by POST only: a picture of another page must not do it. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

  @Inject private transient SignInFlow flow;
  @Inject private transient PageLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    goOn(response, "/account");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    flow.signOut(request, response);
    goOn(response, "/login?done=signed-out");
  }

  private void goOn(HttpServletResponse response, String address) {
    SeeOther.answer(response, language.getBase() + address);
  }
}
