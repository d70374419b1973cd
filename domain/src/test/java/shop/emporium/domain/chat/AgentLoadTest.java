package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentLoadTest {

  @Test
  void whoHasTheLeastIsGivenTheNextOne() {
    AgentLoad load = new AgentLoad(3, List.of(1L, 2L), Map.of(1L, 2, 9L, 0));
    assertThat(load.next()).contains(2L);
    load.give(2);
    load.give(2);
    assertThat(load.next()).contains(1L);
    load.give(1);
    assertThat(load.next()).contains(2L);
    load.give(2);
    assertThat(load.next()).isEmpty();
  }

  @Test
  void nobodyIsGivenAnythingWhereNoneIsAllowed() {
    assertThat(new AgentLoad(0, List.of(1L), Map.of()).next()).isEmpty();
    assertThat(new AgentLoad(4, List.of(), Map.of()).next()).isEmpty();
  }
}
