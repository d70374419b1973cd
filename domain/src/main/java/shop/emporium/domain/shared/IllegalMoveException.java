package shop.emporium.domain.shared;

/** What was asked for cannot follow upon how things stand, such as to ship what is cancelled. */
public class IllegalMoveException extends RuntimeException {

  private final String from;
  private final String to;

  public IllegalMoveException(Enum<?> from, Enum<?> to) {
    super(from.getDeclaringClass().getSimpleName() + " cannot go from " + from + " to " + to);
    this.from = from.name();
    this.to = to.name();
  }

  /** How things stand. */
  public String getFrom() {
    return from;
  }

  /** What was asked for. */
  public String getTo() {
    return to;
  }
}
