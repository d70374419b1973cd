package shop.emporium.web.shared;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;
import jakarta.faces.context.ExternalContextWrapper;
import java.io.Writer;

/** Lets Faces write pages to a {@link PageWriter}; declared in faces-config.xml. */
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

    private Writer writer;

    PageContext(ExternalContext wrapped) {
      super(wrapped);
    }

    @Override
    public Writer getResponseOutputWriter() {
      if (writer == null) {
        writer = new PageWriter(getWrapped());
      }
      return writer;
    }
  }
}
