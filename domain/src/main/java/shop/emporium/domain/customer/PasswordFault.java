package shop.emporium.domain.customer;

/** Why a password cannot be taken. */
public enum PasswordFault {
  /** Fewer than {@link PasswordRules#MIN_LENGTH} characters. */
  TOO_SHORT,
  /** More than {@link PasswordRules#MAX_LENGTH} characters. */
  TOO_LONG,
  /** It is the e-mail address, or the part of it before the at sign. */
  EMAIL,
  /** It is one of the passwords that are tried first. */
  COMMON
}
