package shop.emporium.web.shared;

import jakarta.faces.application.ViewHandler;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A session's attributes as Faces sees them: what is put there is written when it differs from what
 * is there, and the encoding of a page, which Faces puts for the next request, never is. All
 * requests of the shop are UTF-8, as web.xml says.
 *
 * <p>WildFly takes what is put for a change, writes the session to its nodes, and locks it in
 * another order than requests at other nodes do, so that the two wait for each other: see
 * docs/decisions/0032-sessions-are-not-written.md.
 */
final class QuietSessionMap extends AbstractMap<String, Object> {

  private final Map<String, Object> attributes;

  QuietSessionMap(Map<String, Object> attributes) {
    this.attributes = attributes;
  }

  @Override
  public Object put(String name, Object value) {
    Object before = attributes.get(name);
    boolean isWritten =
        !ViewHandler.CHARACTER_ENCODING_KEY.equals(name) && !Objects.equals(before, value);
    return isWritten ? attributes.put(name, value) : before;
  }

  @Override
  public Object get(Object name) {
    return attributes.get(name);
  }

  @Override
  public boolean containsKey(Object name) {
    return attributes.containsKey(name);
  }

  @Override
  public Object remove(Object name) {
    return attributes.remove(name);
  }

  @Override
  public void clear() {
    attributes.clear();
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return attributes.entrySet();
  }
}
