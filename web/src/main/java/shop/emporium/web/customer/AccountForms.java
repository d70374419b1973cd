package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.Address;
import shop.emporium.domain.customer.PasswordFault;
import shop.emporium.domain.customer.PasswordRules;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.ejb.customer.AccountException;
import shop.emporium.ejb.customer.AddressBookFullException;
import shop.emporium.ejb.customer.BusyException;
import shop.emporium.ejb.customer.EmailTakenException;
import shop.emporium.ejb.customer.SecondFactorException;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.customer.UnfitPasswordException;
import shop.emporium.ejb.customer.UnusableLinkException;
import shop.emporium.ejb.customer.WrongCredentialsException;
import shop.emporium.ejb.customer.WrongPasswordException;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/**
 * The forms of pages about accounts: says in a page's words why something cannot be done, as {@link
 * AccountProblemMapper} says it to programs.
 */
@RequestScoped
public class AccountForms {

  private static final int TOO_MANY = 429;
  private static final Duration BUSY_FOR = Duration.ofSeconds(5);

  @Inject private PageForm form;

  /**
   * Does what a form is for, if it was sent.
   *
   * @param password the field that holds the password that is chosen or proved
   * @param action returns where to go on, a path without language
   */
  public void on(String name, String password, Supplier<String> action) {
    form.on(
        name,
        () -> {
          try {
            return action.get();
          } catch (AccountException refused) {
            form.refuse(fault(refused, password));
            delay(refused);
            return null;
          }
        });
  }

  private static Fault fault(AccountException refused, String password) {
    if (refused instanceof TooManyAttemptsException tooMany) {
      return wait(tooMany.getWait());
    }
    if (refused instanceof BusyException) {
      return Fault.of("busy", null);
    }
    if (refused instanceof WrongCredentialsException) {
      return Fault.of("credentials", null);
    }
    if (refused instanceof UnfitPasswordException unfit) {
      return new Fault(password, key(unfit.getFault()), bound(unfit.getFault()));
    }
    if (refused instanceof WrongPasswordException) {
      return Fault.in(password.equals("wanted") ? "present" : password, "wrong-password");
    }
    if (refused instanceof EmailTakenException) {
      return Fault.of("email-taken", null);
    }
    if (refused instanceof SecondFactorException factor) {
      return factor.getFault() == SecondFactorFault.WRONG_CODE
          ? Fault.in("code", "wrong-code")
          : Fault.of("factor-" + factor.getFault().name().toLowerCase(Locale.ROOT), null);
    }
    if (refused instanceof AddressBookFullException) {
      return Fault.of("book-full", Address.MAX_IN_BOOK);
    }
    return Fault.of(refused instanceof UnusableLinkException ? "link" : "gone", null);
  }

  /** Minutes are enough where there are many seconds: a minute more is nobody's harm. */
  private static Fault wait(Duration wait) {
    return wait.compareTo(Duration.ofMinutes(2)) < 0
        ? Fault.of("wait", Math.toIntExact(wait.toSeconds()))
        : Fault.of("wait-minutes", Math.toIntExact(wait.plusSeconds(59).toMinutes()));
  }

  private static String key(PasswordFault fault) {
    return switch (fault) {
      case TOO_SHORT -> "too-short";
      case TOO_LONG -> "too-long";
      case EMAIL -> "is-email";
      case COMMON -> "common";
    };
  }

  private static Integer bound(PasswordFault fault) {
    return switch (fault) {
      case TOO_SHORT -> PasswordRules.MIN_LENGTH;
      case TOO_LONG -> PasswordRules.MAX_LENGTH;
      case EMAIL, COMMON -> null;
    };
  }

  private static void delay(AccountException refused) {
    if (refused instanceof TooManyAttemptsException || refused instanceof BusyException) {
      Duration wait =
          refused instanceof TooManyAttemptsException tooMany ? tooMany.getWait() : BUSY_FOR;
      Faces.getResponse().setStatus(TOO_MANY);
      Faces.getResponse().setHeader("Retry-After", String.valueOf(wait.toSeconds()));
    }
  }
}
