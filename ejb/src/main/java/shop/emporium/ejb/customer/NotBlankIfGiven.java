package shop.emporium.ejb.customer;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What may stay away, but has something in it that can be seen where it is given. */
@Pattern(regexp = "(?s).*\\S.*")
@ReportAsSingleViolation
@Documented
@Constraint(validatedBy = {})
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotBlankIfGiven {

  String message() default "must not be empty";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
