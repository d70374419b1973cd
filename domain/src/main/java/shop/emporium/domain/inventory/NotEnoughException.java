package shop.emporium.domain.inventory;

/** More pieces were asked for than there are where they were to be taken from. */
public class NotEnoughException extends RuntimeException {

  public NotEnoughException(int wanted, int there) {
    super("There are " + there + ", not " + wanted);
  }
}
