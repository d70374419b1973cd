package shop.emporium.web.shared;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * The one writer and reader of JSON of the interface. Without it RESTEasy makes one for each
 * answer, which looks at every class anew: that took four fifths of the time of a short answer.
 */
@Provider
public class JsonForm implements ContextResolver<Jsonb> {

  private final Jsonb jsonb = JsonbBuilder.create();

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
