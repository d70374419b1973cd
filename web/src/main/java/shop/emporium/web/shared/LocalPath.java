package shop.emporium.web.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address within this shop that somebody hands over in an address, such as where to go on after
 * signing in. Anybody can write such an address, so that whatever a browser might take for another
 * site is none.
 */
public final class LocalPath {

  private static final int LONGEST = 1000;

  /** One slash, then printable ASCII without a backslash, which browsers take for a slash. */
  private static final Pattern FORM = Pattern.compile("/(?!/)[\\x21-\\x5B\\x5D-\\x7E]*+");

  private LocalPath() {}

  /** The address, if it is one of this shop, language left out; empty otherwise. */
  public static Optional<String> of(String typed) {
    return Optional.ofNullable(typed)
        .filter(path -> path.length() <= LONGEST && FORM.matcher(path).matches());
  }
}
