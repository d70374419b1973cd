package shop.emporium.ejb.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import shop.emporium.domain.customer.Passkey;

/**
 * What a device answers that signs in with a passkey.
 *
 * @param credentialId as the device calls the passkey
 * @param userHandle as the device calls the customer
 * @param authenticatorData for which shop it signed, and how it made sure of its owner
 * @param clientData what the browser says of the page and the challenge
 * @param signature over both
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
public record PasskeySignature(
    @NotNull
        @Size(min = 1, max = Passkey.MAX_CREDENTIAL_ID, message = "must have at most {max} bytes")
        byte[] credentialId,
    @NotNull @Size(min = 1, max = 64, message = "must have at most {max} bytes") byte[] userHandle,
    @NotNull @Size(min = 1, max = 4096, message = "must have at most {max} bytes")
        byte[] authenticatorData,
    @NotNull @Size(min = 1, max = 4096, message = "must have at most {max} bytes")
        byte[] clientData,
    @NotNull @Size(min = 1, max = 2048, message = "must have at most {max} bytes")
        byte[] signature) {}
