package shop.emporium.ejb.shared.mail;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail that landed in the folder, as a developer reads it.
 *
 * @param name of its file, without the ending
 * @param at when it was written
 * @param from name and address of the shop
 * @param to address of the recipient
 * @param text its plain form
 * @param html its other form
 */
public record KeptMail(
    String name, Instant at, String from, String to, String subject, String text, String html) {

  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  /** The addresses of the web in its text. */
  public List<String> links() {
    return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
