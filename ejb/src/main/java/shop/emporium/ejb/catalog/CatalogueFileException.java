package shop.emporium.ejb.catalog;

import jakarta.ejb.ApplicationException;

/**
 * A file is not of the kind that was asked for, or is broken in a way that leaves nothing to
 * import.
 */
@ApplicationException
public class CatalogueFileException extends RuntimeException {

  public CatalogueFileException(String message) {
    super(message);
  }
}
