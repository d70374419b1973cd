package shop.emporium.ejb.customer;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import shop.emporium.domain.customer.EmailAddress;

/** A text that {@link EmailAddress} takes; null is for others to refuse. */
@Documented
@Constraint(validatedBy = MailAddress.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

  String message() default "must be an e-mail address such as name@example.com";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Asks the domain. */
  class Validator implements ConstraintValidator<MailAddress, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return text == null || EmailAddress.parse(text).isPresent();
    }
  }
}
