package shop.emporium.domain.customer;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as somebody typed it.
 *
 * <p>It is text: a plus and what follows it, dots, and letters of other scripts that look like
 * Latin ones make another address. Two spellings are the same when they differ by A to Z in upper
 * or lower case and by nothing else; folding more (the Kelvin sign is a k to Unicode) would let one
 * person register the address of another. Nothing that ends a line or is invisible can be in it, so
 * it can stand in the header of a mail.
 */
public final class EmailAddress {

  /** The longest address that mail servers take. */
  public static final int MAX_LENGTH = 254;

  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_LABEL = 63;

  /** Whatever can be seen, but nothing that means something to a mail's header. */
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[^\\p{C}\\p{Z}\"(),:;<>@\\[\\\\\\].]++(\\.[^\\p{C}\\p{Z}\"(),:;<>@\\[\\\\\\].]++)*+");

  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N}-]++");

  private final String text;

  private EmailAddress(String text) {
    this.text = text;
  }

  /**
   * Reads an address; space around it is not part of it.
   *
   * @return empty when it cannot be the address of a mailbox
   */
  public static Optional<EmailAddress> parse(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String text = typed.strip();
    int at = text.lastIndexOf('@');
    return text.length() <= MAX_LENGTH
            && at > 0
            && at <= LONGEST_LOCAL_PART
            && LOCAL_PART.matcher(text.substring(0, at)).matches()
            && isDomain(text.substring(at + 1))
        ? Optional.of(new EmailAddress(text))
        : Optional.empty();
  }

  /** Names with a point between them; a lone host is nowhere in the world. */
  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    return labels.length >= 2 && Arrays.stream(labels).allMatch(EmailAddress::isLabel);
  }

  private static boolean isLabel(String label) {
    return label.length() <= LONGEST_LABEL
        && LABEL.matcher(label).matches()
        && !label.startsWith("-")
        && !label.endsWith("-");
  }

  /** The address as typed: mail goes there. */
  public String text() {
    return text;
  }

  /** What is the same for all spellings of one address: A to Z in lower case, all else as it is. */
  public String key() {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      key.append(letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter);
    }
    return key.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
