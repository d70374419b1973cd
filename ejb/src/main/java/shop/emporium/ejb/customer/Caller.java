package shop.emporium.ejb.customer;

import java.util.regex.Pattern;
import shop.emporium.domain.customer.SignIn;

/**
 * From where somebody asks.
 *
 * @param address network address, as text, at most {@link SignIn#MAX_ADDRESS} characters
 * @param agent what the browser calls itself, in one line of at most {@link SignIn#MAX_AGENT}
 *     characters
 */
public record Caller(String address, String agent) {

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** A caller as a request tells, made to fit: null is nothing, what is too long is cut. */
  public static Caller of(String address, String agent) {
    return new Caller(fit(address, SignIn.MAX_ADDRESS), fit(agent, SignIn.MAX_AGENT));
  }

  /** Which callers count as one with this. */
  public String network() {
    return NetworkAddress.networkOf(address);
  }

  private static String fit(String text, int most) {
    String line = text == null ? "" : UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return line.length() <= most ? line : line.substring(0, most);
  }
}
