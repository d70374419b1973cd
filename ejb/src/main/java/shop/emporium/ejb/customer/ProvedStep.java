package shop.emporium.ejb.customer;

/**
 * Somebody who has proved both the password and the rest.
 *
 * @param isRemembered whether the browser shall stay signed in
 */
public record ProvedStep(long customer, boolean isRemembered) {}
