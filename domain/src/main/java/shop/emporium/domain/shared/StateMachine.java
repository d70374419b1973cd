package shop.emporium.domain.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The moves that the states of something allow, written down at one place:
 *
 * <pre>
 * StateMachine.of(OrderStatus.class)
 *     .from(PLACED, PAID, CANCELLED)
 *     .from(PAID, PACKED, CANCELLED);
 * </pre>
 *
 * A state from which no move is named is final.
 */
public final class StateMachine<S extends Enum<S>> {

  private final Map<S, Set<S>> moves;
  private final Class<S> states;

  private StateMachine(Class<S> states, Map<S, Set<S>> moves) {
    this.states = states;
    this.moves = moves;
  }

  /** States between which nothing moves yet. */
  public static <S extends Enum<S>> StateMachine<S> of(Class<S> states) {
    return new StateMachine<>(states, Map.of());
  }

  /** The same with these moves from a state. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is read here and let go.
  public final StateMachine<S> from(S state, S... next) {
    Map<S, Set<S>> more = new EnumMap<>(states);
    more.putAll(moves);
    EnumSet<S> targets = EnumSet.noneOf(states);
    targets.addAll(Arrays.asList(next));
    more.put(state, Collections.unmodifiableSet(targets));
    return new StateMachine<>(states, Collections.unmodifiableMap(more));
  }

  /** Where one can go from here. */
  public Set<S> next(S state) {
    return moves.getOrDefault(state, Set.of());
  }

  /** Whether a move is one of those. */
  public boolean allows(S from, S to) {
    return next(from).contains(to);
  }

  /** Whether nothing can follow. */
  public boolean isFinal(S state) {
    return next(state).isEmpty();
  }

  /**
   * Makes a move.
   *
   * @return the new state
   * @throws IllegalMoveException when it is none that is allowed
   */
  public S move(S from, S to) {
    if (!allows(from, to)) {
      throw new IllegalMoveException(from, to);
    }
    return to;
  }
}
