package shop.emporium.ejb.customer;

/**
 * Somebody who is signed in.
 *
 * @param customer whose account it is
 * @param signIn the sign-in with this browser
 * @param name what the customer wants to be called
 * @param group shopper, agent or admin
 */
public record SignedIn(long customer, long signIn, String name, String group) {}
