package shop.emporium.ejb.wishlist;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.domain.wishlist.Wishlist;

/** What a list can be called. */
@NotBlank
@Size(max = Wishlist.MAX_NAME)
@Pattern(regexp = OneLine.FORM)
@ReportAsSingleViolation
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface ListName {

  String message() default "must be one line of 1 to 60 characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
