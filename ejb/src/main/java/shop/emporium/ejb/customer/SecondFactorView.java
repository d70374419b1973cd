package shop.emporium.ejb.customer;

import java.time.Instant;

/**
 * How an account stands with codes of an app.
 *
 * @param isOn whether they are asked for
 * @param since when the app's first code came back; null while they are not
 * @param codesLeft recovery codes that are not used yet
 * @param isMissed whether the customer's role waits for this, or for a passkey
 */
public record SecondFactorView(boolean isOn, Instant since, int codesLeft, boolean isMissed) {}
