package shop.emporium.web.review;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.ejb.review.ReviewException;
import shop.emporium.ejb.review.ReviewService;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.LocalPath;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.SeeOther;

/**
 * Takes the voices of the pages of products, as a plain form, and leads back there. Guests sign in
 * first, and press once more.
 */
@WebServlet(urlPatterns = "/reviews/helpful")
public class HelpfulServlet extends HttpServlet {

  /** With what the addresses end from which reviews are marked. */
  private static final String LIST = "#reviews";

  @Inject private transient ReviewService reviews;
  @Inject private transient CurrentCustomer current;
  @Inject private transient PageLanguage language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    SeeOther.answer(response, language.getBase() + "/");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String back = LocalPath.of(request.getParameter("back")).orElse("/");
    Optional<SignedIn> person = current.find();
    if (person.isEmpty()) {
      SeeOther.answer(
          response, language.getBase() + "/login?next=" + Format.encoded(withoutFragment(back)));
      return;
    }
    long id = number(request.getParameter("id"));
    try {
      reviews.vote(person.get().customer(), id, true);
    } catch (ReviewException gone) {
      // It is not there any more, or one's own: the page shows as much.
    }
    SeeOther.answer(response, language.getBase() + toReview(back, id));
  }

  /** The same page, where the review is that was marked: the list of them may be long. */
  private static String toReview(String path, long id) {
    return path.endsWith(LIST) ? withoutFragment(path) + "#review-" + id : path;
  }

  private static String withoutFragment(String path) {
    int fragment = path.indexOf('#');
    return fragment < 0 ? path : path.substring(0, fragment);
  }

  private static long number(String typed) {
    return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
  }
}
