package shop.emporium.ejb.catalog;

/** A picture cannot be had from its address now. The message is a sentence for an operator. */
final class PictureFetchException extends Exception {

  PictureFetchException(String message) {
    super(message);
  }
}
