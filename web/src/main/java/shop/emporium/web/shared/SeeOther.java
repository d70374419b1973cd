package shop.emporium.web.shared;

import jakarta.servlet.http.HttpServletResponse;

/** Sends a browser on by GET after a form, so that a reload repeats nothing. Nobody keeps that. */
public final class SeeOther {

  private SeeOther() {}

  /**
   * Answers with where to go on.
   *
   * @param address a path of the shop, with its language
   */
  public static void answer(HttpServletResponse response, String address) {
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Location", address);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
