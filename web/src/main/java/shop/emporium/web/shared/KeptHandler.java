package shop.emporium.web.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import java.time.Duration;
import shop.emporium.ejb.shared.LiveSetting;

/**
 * {@code s:kept}: a part of a page that is made once for each value of its key, and then written as
 * it is.
 *
 * <p>The key is everything that the part shows; so what is kept is never old, and needs no word of
 * a change. A page's header and footer are some eighty expressions that come out the same on almost
 * every page. Without a key (null) nothing is kept, nor while {@code store.node.cache} is off.
 */
public class KeptHandler extends TagHandler {

  /** In characters; a header with sixty categories has 8,000. */
  private static final int MOST = 8_000_000;

  private static final Cache<Key, String> KEPT =
      Caffeine.newBuilder()
          .maximumWeight(MOST)
          .expireAfterAccess(Duration.ofMinutes(10))
          .weigher((Key key, String html) -> 100 + html.length())
          .build();

  private static final LiveSetting SETTING = new LiveSetting("store.node.cache");

  private final TagAttribute key;

  /** What is kept: a place in the pages' sources, and what it shows. */
  private record Key(String place, Object shows) {}

  public KeptHandler(TagConfig config) {
    super(config);
    key = getRequiredAttribute("key");
  }

  @Override
  public void apply(FaceletContext context, UIComponent parent) throws IOException {
    Object shows = "off".equals(SETTING.or("")) ? null : key.getObject(context);
    if (shows == null) {
      nextHandler.apply(context, parent);
      return;
    }
    Key wanted = new Key(tag.getLocation().toString(), shows);
    forget(parent, wanted.place());
    String html = KEPT.getIfPresent(wanted);
    UIComponent part;
    if (html == null) {
      part = new KeptPart(wanted.place(), made -> KEPT.put(wanted, made));
      nextHandler.apply(context, part);
    } else {
      part = new KeptPart(wanted.place(), html);
    }
    parent.getChildren().add(part);
  }

  /**
   * A tree that is restored for a form that was sent, and then built anew, has the part already.
   */
  private static void forget(UIComponent parent, String place) {
    parent.getChildren().removeIf(child -> child instanceof KeptPart part && part.isAt(place));
  }
}
