package shop.emporium.ejb.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class BoardIndexTest {

  private final Map<String, String> cache = new ConcurrentHashMap<>();
  private final BoardIndex index = new BoardIndex(cache::get);

  @Test
  void notesAreFoundByTheirKind() {
    put("agent/node1/7", "=Rosa");
    put("shopper/node2/1001", "=/help");
    assertThat(index.all("agent")).extracting(Board.Note::key).containsExactly("7");
    assertThat(index.all("shopper")).extracting(Board.Note::node).containsExactly("node2");
    assertThat(index.all("queue")).isEmpty();
  }

  @Test
  void anAnnouncementThatComesLateChangesNothing() {
    put("agent/node1/7", "=online");
    put("agent/node1/7", "=away");
    // Of the first one: the note is as it is by now.
    index.look("agent/node1/7");
    assertThat(index.all("agent")).extracting(note -> note.text().get()).containsExactly("away");
    cache.remove("agent/node1/7");
    index.look("agent/node1/7");
    index.look("agent/node1/7");
    assertThat(index.all("agent")).isEmpty();
  }

  @Test
  void whatWasNotHeardOfIsPutRight() {
    put("agent/node1/7", "=online");
    cache.remove("agent/node1/7");
    cache.put("agent/node2/8", "=online");
    assertThat(index.all("agent")).extracting(Board.Note::key).containsExactly("7");
    index.lookAtAll(Set.copyOf(cache.keySet()));
    assertThat(index.all("agent")).extracting(Board.Note::key).containsExactly("8");
  }

  @Test
  void whatIsNoNoteIsNotTakenForOne() {
    put("nothing", "=x");
    put("agent/node1", "=x");
    assertThat(index.all("agent")).isEmpty();
  }

  private void put(String name, String entry) {
    cache.put(name, entry);
    index.look(name);
  }
}
