package shop.emporium.ejb.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.chat.NewForm;
import shop.emporium.ejb.customer.MailAddress;

/**
 * A question by the form of the contact page, as typed.
 *
 * @param email where the answer goes; of a customer, the address of the account
 * @param orderNumber which order it is about, or empty; nothing is looked up by it here
 * @param message plain, of several lines
 * @param language in which to answer
 * @param id made for the form when it was shown: sent twice it is one
 */
public record ContactForm(
    @NotBlank(message = "must not be empty")
        @Size(max = MAX_NAME, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String name,
    @NotNull @MailAddress String email,
    @NotBlank(message = "must not be empty")
        @Size(max = MAX_SUBJECT, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String subject,
    @NotNull
        @Pattern(
            regexp = NUMBER_FORM,
            message = "must be the number of an order, such as EM-100001")
        String orderNumber,
    @NotBlank(message = "must not be empty")
        @Size(max = MessageText.MAX, message = "must have at most {max} characters")
        String message,
    @NotNull @Pattern(regexp = "en|de", message = "must be en or de") String language,
    @NotNull @Pattern(regexp = ID_FORM, message = "must be 8 to 36 letters, digits, - or _")
        String id) {

  /** The most characters of a name. */
  public static final int MAX_NAME = 60;

  /** The most characters of a subject. */
  public static final int MAX_SUBJECT = 90;

  static final String ID_FORM = "[A-Za-z0-9_-]{8,36}";

  private static final String NUMBER_FORM =
      "|(?:[Ee][Mm])?[\\s\\u2010-\\u2015-]?0{0,14}[1-9][0-9]{0,14}";

  /** Fields as they were typed, without what nobody means to say. */
  public static ContactForm typed(
      String name,
      String email,
      String subject,
      String orderNumber,
      String message,
      String language,
      String id) {
    return new ContactForm(
        name.strip(),
        email.strip(),
        subject.strip(),
        orderNumber.strip(),
        MessageText.clean(message).orElse(""),
        language,
        id);
  }

  /** The name of an account, which may be longer, as it fits here. */
  public static String fitting(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME).strip();
  }

  /** Who is counted when forms are sent again and again. */
  String person() {
    return EmailAddress.parse(email).orElseThrow().key();
  }

  NewForm toForm() {
    String about = OrderNumber.parse(orderNumber).map(number -> " · " + number.text()).orElse("");
    return new NewForm(
        Channel.FORM,
        id,
        name,
        EmailAddress.parse(email).orElseThrow().text(),
        "",
        subject + about,
        message,
        language);
  }
}
