package shop.emporium.ejb.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a device answers that has made a passkey.
 *
 * @param name what the customer calls it, up to 60 characters, in one line
 * @param attestation the new key, and what the device says of itself
 * @param clientData what the browser says of the page and the challenge
 * @param transports how browsers reach the device
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
public record NewPasskey(
    @PasskeyName String name,
    @NotNull @Size(min = 1, max = 16_384, message = "must have at most {max} bytes")
        byte[] attestation,
    @NotNull @Size(min = 1, max = 4096, message = "must have at most {max} bytes")
        byte[] clientData,
    @NotNull @Size(max = 10, message = "must be at most {max}")
        List<@NotNull @Pattern(regexp = "[a-z-]{1,20}", message = "must be words") String>
            transports) {}
