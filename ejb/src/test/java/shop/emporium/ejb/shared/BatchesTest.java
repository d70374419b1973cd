package shop.emporium.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<List<String>> done = new ArrayList<>();
  private final Batches<String, Integer> batches =
      new Batches<>(
          3,
          5,
          tasks::add,
          words -> {
            done.add(words);
            return words.stream().map(this::lengthOf).toList();
          });

  private int lengthOf(String word) {
    if (word.equals("bad")) {
      throw new IllegalStateException(word);
    }
    return word.length();
  }

  @Test
  void whatComesMeanwhileIsDoneAtOnceAndInOrder() {
    List<CompletableFuture<Integer>> results =
        List.of("a", "bb", "ccc", "dddd").stream().map(batches::submit).toList();
    assertThat(tasks).hasSize(1);
    tasks.remove().run();
    assertThat(done).containsExactly(List.of("a", "bb", "ccc"), List.of("dddd"));
    assertThat(results).extracting(CompletableFuture::join).containsExactly(1, 2, 3, 4);
    CompletableFuture<Integer> later = batches.submit("later");
    assertThat(later).isNotDone();
    assertThat(tasks).hasSize(1);
  }

  @Test
  void oneThatFailsDoesNotTakeTheOthersWithIt() {
    CompletableFuture<Integer> good = batches.submit("good");
    CompletableFuture<Integer> bad = batches.submit("bad");
    tasks.remove().run();
    assertThat(good.join()).isEqualTo(4);
    assertThatThrownBy(bad::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsTooMuchIsRefused() {
    for (int i = 0; i < 5; i++) {
      assertThat(batches.submit("word")).isNotDone();
    }
    CompletableFuture<Integer> sixth = batches.submit("word");
    assertThatThrownBy(sixth::join).hasCauseInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void whatNobodyCanRunIsRefusedAndTheNextOneIsTriedAnew() {
    List<Runnable> run = new ArrayList<>();
    boolean[] isFull = {true};
    Batches<String, Integer> some =
        new Batches<>(
            3,
            5,
            task -> {
              if (isFull[0]) {
                throw new RejectedExecutionException("full");
              }
              run.add(task);
            },
            words -> words.stream().map(String::length).toList());
    assertThatThrownBy(some.submit("word")::join)
        .hasCauseInstanceOf(RejectedExecutionException.class);
    isFull[0] = false;
    CompletableFuture<Integer> next = some.submit("word");
    run.get(0).run();
    assertThat(next.join()).isEqualTo(4);
  }
}
