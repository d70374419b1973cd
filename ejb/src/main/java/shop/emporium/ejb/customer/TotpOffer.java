package shop.emporium.ejb.customer;

/**
 * What an app has to know to make codes. It is a secret: shown to its owner, and nowhere kept in
 * the open.
 *
 * @param secret in Base32, for who cannot photograph
 * @param uri the same in the form that apps read, {@code otpauth://totp/…}
 */
public record TotpOffer(String secret, String uri) {

  /** Never the secret: this may end up in a log. */
  @Override
  public String toString() {
    return "TotpOffer[secret]";
  }
}
