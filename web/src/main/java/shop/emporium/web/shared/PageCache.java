package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.omnifaces.util.Faces;

/**
 * Says how long a page may be kept, and by whom. A page's action calls one of these when it knows
 * what it will answer.
 */
@Named
@RequestScoped
public class PageCache {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Inject private PageLanguage language;
  @Inject private PageHead head;
  @Inject private LayoutBacking layout;
  @Inject private PageVersion version;

  /** As {@link #share(Object...)}, for a page that shows nothing but its texts. */
  public void share() {
    share(new Object[0]);
  }

  /**
   * The same for everybody: caches keep it for a second and serve it a second longer.
   *
   * <p>Then they ask whether it is still the same, by the digest of what it is made of, and when it
   * is, the page is not made again: the answer is 304 at a tenth of the cost.
   *
   * @param madeOf all that the page shows besides its texts, its frame and its address: values
   *     whose {@code toString} tells everything, such as records
   */
  public void share(Object... madeOf) {
    Faces.getResponse().setHeader("Cache-Control", PublicAnswer.CACHE_CONTROL);
    String tag = version.tag(layout.getFrame(), List.of(head.origin(), Arrays.asList(madeOf)));
    Faces.getResponse().setHeader("ETag", tag);
    boolean isRead = READING.contains(Faces.getRequest().getMethod());
    if (isRead && PageVersion.isIn(Faces.getRequestHeader("If-None-Match"), tag)) {
      Faces.getResponse().setStatus(304);
      FacesContext.getCurrentInstance().responseComplete();
    }
  }

  /** Of one visitor: nobody keeps it. */
  public void keepPrivate() {
    Faces.getResponse().setHeader("Cache-Control", "private, no-store");
  }

  /** The answer to a wrong address: the page is shown, nobody keeps it. */
  public void refuse() {
    Faces.getResponse().setStatus(400);
    Faces.getResponse().setHeader("Cache-Control", "no-store");
  }

  /**
   * What was here has another address now, for good.
   *
   * @param address path without a language, in the form in which it stands in a link
   */
  public void moved(String address) {
    HttpServletResponse response = Faces.getResponse();
    response.setHeader("Cache-Control", PublicAnswer.CACHE_CONTROL);
    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
    response.setHeader("Location", language.getBase() + address);
    FacesContext.getCurrentInstance().responseComplete();
  }

  /**
   * The form has done its work, or another page is wanted first: the browser goes on by GET.
   *
   * @param address path without a language, in the form in which it stands in a link
   */
  public void seeOther(String address) {
    HttpServletResponse response = Faces.getResponse();
    keepPrivate();
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", language.getBase() + address);
    FacesContext.getCurrentInstance().responseComplete();
  }

  /** Nothing is at this address; the rest of the page is not made. */
  public void notFound() {
    Faces.responseSendError(404, "");
  }
}
