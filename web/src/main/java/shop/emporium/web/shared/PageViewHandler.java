package shop.emporium.web.shared;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * Sends a page when it is whole; declared in faces-config.xml. One that fails half way is never
 * begun, so that its visitor gets an answer that says so.
 */
public class PageViewHandler extends ViewHandlerWrapper {

  public PageViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void renderView(FacesContext context, UIViewRoot view) throws IOException {
    super.renderView(context, view);
    if (!context.getResponseComplete()) {
      context.getExternalContext().getResponseOutputWriter().close();
    }
  }
}
