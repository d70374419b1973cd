package shop.emporium.ejb.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.chat.CannedReplies;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.shared.OneLine;

/**
 * What somebody typed to have an answer ready.
 *
 * @param shortcut what is typed behind the slash, once a language
 * @param language en or de
 */
public record CannedReplyFields(
    @NotNull
        @Pattern(
            regexp = CannedReplies.SHORTCUT,
            message = "must be 1 to 30 small letters, digits and dashes")
        String shortcut,
    @NotNull @Pattern(regexp = "en|de", message = "must be en or de") String language,
    @NotBlank(message = "must not be empty")
        @Size(max = CannedReplies.MAX_TITLE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String title,
    @NotBlank(message = "must not be empty")
        @Size(max = MessageText.MAX, message = "must have at most {max} characters")
        String body) {

  /** Fields as they were typed, without blanks around them and what cannot be stored. */
  public static CannedReplyFields typed(
      String shortcut, String language, String title, String body) {
    return new CannedReplyFields(
        shortcut.strip(), language.strip(), title.strip(), MessageText.clean(body).orElse(""));
  }
}
