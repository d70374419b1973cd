package shop.emporium.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;

/**
 * {@code s:load}: calls the page's action while the page is being put together, before any part
 * that depends on it.
 *
 * <p>A view action of Faces does the same at the cost of two more phases; an event before rendering
 * comes too late for {@link KeptHandler} and {@link UnlessAnsweredHandler}.
 */
public class LoadHandler extends TagHandler {

  private static final Class<?>[] NO_PARAMETERS = {};

  private final TagAttribute action;

  public LoadHandler(TagConfig config) {
    super(config);
    action = getRequiredAttribute("action");
  }

  @Override
  public void apply(FaceletContext context, UIComponent parent) {
    action.getMethodExpression(context, Void.class, NO_PARAMETERS).invoke(context, null);
  }
}
