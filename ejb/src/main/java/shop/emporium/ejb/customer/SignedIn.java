package shop.emporium.ejb.customer;

/**
 * Somebody who is signed in.
 *
 * @param customer whose account it is
 * @param signIn the sign-in with this browser
 * @param name what the customer wants to be called
 * @param group shopper, agent or admin: what may be done, which is less than the customer's role
 *     where that wants more proof than was given
 * @param isStrong whether more than a password was proved
 */
public record SignedIn(long customer, long signIn, String name, String group, boolean isStrong) {}
