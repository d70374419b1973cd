package shop.emporium.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;

/**
 * {@code s:unlessAnswered}: what stands in it is not made when the page's action has answered
 * already, with an error, another address, or that nothing has changed.
 */
public class UnlessAnsweredHandler extends TagHandler {

  public UnlessAnsweredHandler(TagConfig config) {
    super(config);
  }

  @Override
  public void apply(FaceletContext context, UIComponent parent) throws IOException {
    if (!context.getFacesContext().getResponseComplete()) {
      nextHandler.apply(context, parent);
    }
  }
}
