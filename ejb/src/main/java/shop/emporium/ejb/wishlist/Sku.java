package shop.emporium.ejb.wishlist;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An article number that could be one: 1 to 100 characters, none of which controls anything. */
@NotNull
@Size(min = 1, max = 100)
@Pattern(regexp = "\\P{Cntrl}*")
@ReportAsSingleViolation
@Documented
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Sku {

  String message() default "must be an article number";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
