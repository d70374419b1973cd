package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/**
 * Says how long a page may be kept, and by whom.
 *
 * <p>A page calls one of these after it knows that it will answer 200: {@code <f:viewAction
 * action="#{pageCache.share}"/>}, or its backing bean does.
 */
@Named
@RequestScoped
public class PageCache {

  @Inject private PageLanguage language;

  /** The same for everybody: caches keep it for a second and serve it a second longer. */
  public void share() {
    Faces.getResponse().setHeader("Cache-Control", PublicAnswer.CACHE_CONTROL);
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

  /** What was here has another address now, for good. */
  public void moved(String address) {
    share();
    Faces.redirectPermanent("%s", language.getBase() + address);
  }

  /** Nothing is at this address; the rest of the page is not made. */
  public void notFound() {
    Faces.responseSendError(404, "");
  }
}
