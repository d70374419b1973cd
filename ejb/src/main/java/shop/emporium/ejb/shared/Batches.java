package shop.emporium.ejb.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Gathers what comes while something is being done, and does it all at once then: under load many
 * things share a statement and a commit, and one that comes alone waits for nobody.
 *
 * <p>When many at once fail, each is done again alone, so that one that cannot be done does not
 * take the others with it. What is done must be a whole transaction.
 */
public final class Batches<T, R> {

  private final int most;
  private final int mostWaiting;
  private final Executor executor;
  private final Function<List<T>, List<R>> work;
  private final Queue<Item<T, R>> waiting = new ArrayDeque<>();
  private boolean isWorking;

  private record Item<T, R>(T value, CompletableFuture<R> result) {}

  /**
   * Something that is done in batches.
   *
   * @param most things at once
   * @param mostWaiting what comes beyond it is refused
   * @param work does them all, and answers for each, in the same order
   */
  public Batches(int most, int mostWaiting, Executor executor, Function<List<T>, List<R>> work) {
    this.most = most;
    this.mostWaiting = mostWaiting;
    this.executor = executor;
    this.work = work;
  }

  /**
   * Has something done soon.
   *
   * @return what comes of it; completed exceptionally by whatever the work throws, or by {@link
   *     RejectedExecutionException} when too much waits
   */
  public CompletableFuture<R> submit(T value) {
    Item<T, R> item = new Item<>(value, new CompletableFuture<>());
    synchronized (this) {
      if (waiting.size() >= mostWaiting) {
        item.result().completeExceptionally(new RejectedExecutionException("Too much waits"));
        return item.result();
      }
      waiting.add(item);
      if (isWorking) {
        return item.result();
      }
      isWorking = true;
    }
    begin();
    return item.result();
  }

  private void begin() {
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException full) {
      refuseAll(full);
    }
  }

  private void run() {
    for (List<Item<T, R>> items = next(); !items.isEmpty(); items = next()) {
      doAll(items);
    }
  }

  private synchronized List<Item<T, R>> next() {
    List<Item<T, R>> items = new ArrayList<>();
    while (items.size() < most && !waiting.isEmpty()) {
      items.add(waiting.remove());
    }
    isWorking = !items.isEmpty();
    return items;
  }

  private void doAll(List<Item<T, R>> items) {
    try {
      List<R> results = work.apply(items.stream().map(Item::value).toList());
      for (int i = 0; i < items.size(); i++) {
        items.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException | Error failed) {
      if (items.size() == 1) {
        items.get(0).result().completeExceptionally(failed);
      } else {
        items.forEach(item -> doAll(List.of(item)));
      }
    }
  }

  private void refuseAll(RejectedExecutionException full) {
    List<Item<T, R>> refused;
    synchronized (this) {
      refused = new ArrayList<>(waiting);
      waiting.clear();
      isWorking = false;
    }
    refused.forEach(item -> item.result().completeExceptionally(full));
  }
}
