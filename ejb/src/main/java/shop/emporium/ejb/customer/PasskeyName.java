package shop.emporium.ejb.customer;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import shop.emporium.domain.customer.Passkey;
import shop.emporium.domain.shared.OneLine;

/** What a customer calls a passkey: some text in one line, of at most 60 characters. */
@Documented
@Constraint(validatedBy = {})
@NotBlank(message = "must not be empty")
@Size(max = Passkey.MAX_NAME, message = "must have at most {max} characters")
@Pattern(regexp = OneLine.FORM, message = "must be one line of text")
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PasskeyName {

  /** Never shown: each part says what is wrong. */
  String message() default "is no name of a passkey";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
