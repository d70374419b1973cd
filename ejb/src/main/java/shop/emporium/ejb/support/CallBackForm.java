package shop.emporium.ejb.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.chat.NewForm;
import shop.emporium.ejb.customer.MailAddress;

/**
 * Somebody wants to be called, as typed.
 *
 * @param email null where none was given: then nothing is written about it
 * @param bestTime when it suits, in words
 * @param note what it is about, or empty
 * @param language in which to call
 * @param id made for the form when it was shown: sent twice it is one
 */
public record CallBackForm(
    @NotBlank(message = "must not be empty")
        @Size(max = ContactForm.MAX_NAME, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String name,
    @NotBlank(message = "must not be empty")
        @Size(max = MAX_PHONE, message = "must have at most {max} characters")
        @Pattern(
            regexp = PHONE_FORM,
            message = "must be at least five digits, with spaces and + - / ( ) . at most")
        String phone,
    @MailAddress String email,
    @NotBlank(message = "must not be empty")
        @Size(max = MAX_TIME, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String bestTime,
    @NotNull @Size(max = MAX_NOTE, message = "must have at most {max} characters") String note,
    @NotNull @Pattern(regexp = "en|de", message = "must be en or de") String language,
    @NotNull
        @Pattern(regexp = ContactForm.ID_FORM, message = "must be 8 to 36 letters, digits, - or _")
        String id) {

  /** The most characters of a telephone number. */
  public static final int MAX_PHONE = 30;

  /** The most characters of a time in words. */
  public static final int MAX_TIME = 100;

  /** The most characters of a note. */
  public static final int MAX_NOTE = 1_000;

  private static final String PHONE_FORM = "(?:[ +()./-]*[0-9]){5,}[ +()./-]*";

  /** Fields as they were typed, without what nobody means to say. */
  public static CallBackForm typed(
      String name,
      String phone,
      String email,
      String bestTime,
      String note,
      String language,
      String id) {
    return new CallBackForm(
        name.strip(),
        phone.strip(),
        email.isBlank() ? null : email.strip(),
        bestTime.strip(),
        MessageText.clean(note).orElse(""),
        language,
        id);
  }

  /** Who is counted when forms are sent again and again: a number, however it is written. */
  String person() {
    return "tel:" + phone.replaceAll("[^0-9]", "");
  }

  NewForm toForm() {
    return new NewForm(
        Channel.CALLBACK,
        id,
        name,
        EmailAddress.parse(email).map(EmailAddress::text).orElse(""),
        phone,
        bestTime,
        note.isEmpty() ? bestTime : bestTime + "\n\n" + note,
        language);
  }
}
