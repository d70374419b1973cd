package shop.emporium.ejb.customer;

import java.time.Duration;

/**
 * What a browser needs to sign in with a passkey, whosever it is.
 *
 * @param challenge what the device signs, base64url
 * @param host the shop's
 * @param goodFor how long the challenge is good
 */
public record PasskeyQuestion(String challenge, String host, Duration goodFor) {}
