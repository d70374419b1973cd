package shop.emporium.web.customer;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.List;
import shop.emporium.domain.customer.Passkey;
import shop.emporium.domain.customer.PasskeyFault;
import shop.emporium.domain.customer.PasswordFault;
import shop.emporium.domain.customer.PasswordRules;
import shop.emporium.domain.customer.SecondFactorFault;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.customer.AccountException;
import shop.emporium.ejb.customer.AddressBookFullException;
import shop.emporium.ejb.customer.BusyException;
import shop.emporium.ejb.customer.EmailTakenException;
import shop.emporium.ejb.customer.PasskeyException;
import shop.emporium.ejb.customer.SecondFactorException;
import shop.emporium.ejb.customer.SecondFactorRequiredException;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.customer.UnfitPasswordException;
import shop.emporium.ejb.customer.UnusableLinkException;
import shop.emporium.ejb.customer.WrongCredentialsException;
import shop.emporium.ejb.customer.WrongPasswordException;
import shop.emporium.web.shared.Problem;

/** Tells by a problem why something about an account cannot be done. */
@Provider
public class AccountProblemMapper implements ExceptionMapper<AccountException> {

  private static final Duration BUSY_FOR = Duration.ofSeconds(5);

  @Override
  public Response toResponse(AccountException refused) {
    if (refused instanceof TooManyAttemptsException tooMany) {
      return Problem.of(
              429,
              "too-many-attempts",
              "Too many attempts",
              "Wait %d seconds, then try again.".formatted(tooMany.getWait().toSeconds()))
          .toResponse(tooMany.getWait());
    }
    if (refused instanceof BusyException) {
      return Problem.of(
              503, "busy", "Many people sign in at the moment", "Try again in some seconds.")
          .toResponse(BUSY_FOR);
    }
    if (refused instanceof SecondFactorRequiredException required) {
      return askForCode(required.getChallenge());
    }
    return problem(refused).toResponse();
  }

  private static Response askForCode(Secret challenge) {
    Problem problem =
        Problem.of(
            401,
            "second-factor-required",
            "Not signed in yet",
            "The account wants a code, too: send it with this challenge to /session/second-factor.");
    return Response.fromResponse(problem.toResponse())
        .entity(
            JSON.createObjectBuilder(problem.toJson())
                .add("challenge", challenge.value())
                .build()
                .toString())
        .build();
  }

  private static Problem problem(AccountException refused) {
    if (refused instanceof WrongCredentialsException) {
      return Problem.of(
          401, "wrong-credentials", "Not signed in", refused.getMessage() + ". Try again.");
    }
    if (refused instanceof WrongPasswordException) {
      return Problem.of(403, "wrong-password", "Not changed", refused.getMessage() + ".");
    }
    if (refused instanceof UnusableLinkException) {
      return Problem.of(
          410,
          "link-unusable",
          "The link is not good any more",
          "It was used, ran out, or was replaced by a newer one. Ask for another.");
    }
    if (refused instanceof EmailTakenException) {
      return Problem.of(409, "email-taken", "Not changed", refused.getMessage() + ".");
    }
    if (refused instanceof AddressBookFullException) {
      return Problem.of(
          409, "address-book-full", "The address book is full", refused.getMessage() + ".");
    }
    if (refused instanceof SecondFactorException factor) {
      return problem(factor.getFault());
    }
    if (refused instanceof PasskeyException passkey) {
      return problem(passkey.getFault());
    }
    if (refused instanceof UnfitPasswordException unfit) {
      return Problem.invalid(List.of(new Problem.Violation("password", message(unfit.getFault()))));
    }
    return Problem.notFound("There is no such entry in this account.");
  }

  private static Problem problem(SecondFactorFault fault) {
    return switch (fault) {
      case WRONG_CODE ->
          Problem.of(
              403,
              "wrong-code",
              "The code is not right",
              "It is another one, or was used already. Wait for the next, and send that.");
      case EXPIRED ->
          Problem.of(
              410,
              "second-factor-expired",
              "That took too long",
              "It ran out, or too many codes were tried. Begin anew.");
      case UNCONFIRMED ->
          Problem.of(
              409,
              "address-unconfirmed",
              "Not done",
              "Confirm the address of e-mail by the link that was sent there, then try again.");
      case ON ->
          Problem.of(
              409,
              "second-factor-on",
              "Not done",
              "Codes of an app are asked for already. Turn that off first.");
      case OFF -> Problem.of(409, "second-factor-off", "Not done", "No codes are asked for.");
      case UNPROVED ->
          Problem.of(
              403,
              "proof-required",
              "Not done",
              "Sign in with the passkey, or with a code of the app, first.");
      case KEPT ->
          Problem.of(
              409,
              "second-factor-kept",
              "Not removed",
              "Who runs the shop has to keep an app or a passkey. Add another one first.");
    };
  }

  private static Problem problem(PasskeyFault fault) {
    return switch (fault) {
      case EXPIRED ->
          Problem.of(
              410,
              "passkey-expired",
              "That took too long",
              "What was to be signed was used, or ran out after five minutes. Begin anew.");
      case REFUSED ->
          Problem.of(
              401,
              "passkey-refused",
              "Not signed in",
              "The passkey opens no account here; it may have been removed. Sign in in another way.");
      case UNFIT ->
          Problem.of(
              400,
              "passkey-unfit",
              "Not added",
              "What the device made cannot be used here. Try another device.");
      case KNOWN ->
          Problem.of(
              409, "passkey-known", "Not added", "The device has a passkey for this shop already.");
      case FULL ->
          Problem.of(
              409,
              "passkeys-full",
              "Not added",
              "An account has at most %d passkeys. Remove one first."
                  .formatted(Passkey.MAX_OF_CUSTOMER));
      case UNCONFIRMED ->
          Problem.of(
              409,
              "address-unconfirmed",
              "Not added",
              "Confirm the address of e-mail by the link that was sent there, then try again.");
    };
  }

  private static String message(PasswordFault fault) {
    return switch (fault) {
      case TOO_SHORT -> "must have at least %d characters".formatted(PasswordRules.MIN_LENGTH);
      case TOO_LONG -> "must have at most %d characters".formatted(PasswordRules.MAX_LENGTH);
      case EMAIL -> "must not be the e-mail address";
      case COMMON -> "is one of the passwords that are tried first; choose another";
    };
  }
}
