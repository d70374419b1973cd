package shop.emporium.web.shared;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * Lets Faces write pages to a {@link PageWriter}, and sessions by a {@link QuietSessionMap};
 * declared in faces-config.xml.
 */
public class PageWriterFactory extends ExternalContextFactory {

  public PageWriterFactory(ExternalContextFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExternalContext getExternalContext(Object context, Object request, Object response) {
    return new PageContext(getWrapped().getExternalContext(context, request, response));
  }

  /** The request of a page, as Faces sees it. */
  @SuppressWarnings(
      "unchecked") // of the API's own wrapper, which overrides a Map<String, String> by a Map
  private static final class PageContext extends ExternalContextWrapper {

    /** Answers to a part of a page are not rendered as a view, and need no gathering. */
    private static final String AJAX = "partial/ajax";

    private Writer writer;

    PageContext(ExternalContext wrapped) {
      super(wrapped);
    }

    @Override
    public Map<String, Object> getSessionMap() {
      return new QuietSessionMap(getWrapped().getSessionMap());
    }

    @Override
    public Writer getResponseOutputWriter() throws IOException {
      if (AJAX.equals(getRequestHeaderMap().get("Faces-Request"))) {
        return super.getResponseOutputWriter();
      }
      if (writer == null) {
        writer = new PageWriter(getWrapped());
      }
      return writer;
    }
  }
}
