package shop.emporium.ejb.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.review.Review;
import shop.emporium.domain.shared.OneLine;

/**
 * A review as typed.
 *
 * @param stars 1 to 5
 * @param title in one line
 * @param text plain, of several lines; addresses in it are text like any other
 * @param shownName what its buyer wants to be called; empty for not at all
 * @param language in which it is written, such as {@code de}
 */
public record ReviewFields(
    @Min(value = 1, message = "must be 1 to 5")
        @Max(value = Review.MAX_STARS, message = "must be 1 to 5")
        int stars,
    @NotBlank(message = "must not be empty")
        @Size(max = Review.MAX_TITLE, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String title,
    @NotBlank(message = "must not be empty")
        @Size(max = Review.MAX_TEXT, message = "must have at most {max} characters")
        @Pattern(regexp = Review.TEXT_FORM, message = "must be plain text")
        String text,
    @NotNull
        @Size(max = Review.MAX_NAME, message = "must have at most {max} characters")
        @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
        String shownName,
    @NotNull @Pattern(regexp = "[a-z]{2}", message = "must be a code of two letters")
        String language) {

  /**
   * Fields as they were typed, without what nobody means to say: blanks around, lines of nothing.
   */
  public static ReviewFields typed(
      int stars, String title, String text, String shownName, String language) {
    return new ReviewFields(stars, title.strip(), Review.tidy(text), shownName.strip(), language);
  }
}
