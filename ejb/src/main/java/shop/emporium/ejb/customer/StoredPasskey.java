package shop.emporium.ejb.customer;

import shop.emporium.domain.customer.Passkey;

/**
 * What checks the signatures of a passkey.
 *
 * @param customer whose it is
 * @param userHandle as the device calls the customer
 * @param credential model, id and public key, in the form of the standard
 * @param signCount how often it signed, as the device said last
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
record StoredPasskey(
    long id,
    long customer,
    byte[] userHandle,
    byte[] credential,
    long signCount,
    boolean isBackupEligible,
    boolean isBackedUp) {

  static StoredPasskey of(Passkey passkey) {
    return new StoredPasskey(
        passkey.getId(),
        passkey.getCustomer().getId(),
        passkey.getUserHandle(),
        passkey.getCredential(),
        passkey.getSignCount(),
        passkey.isBackupEligible(),
        passkey.isBackedUp());
  }
}
