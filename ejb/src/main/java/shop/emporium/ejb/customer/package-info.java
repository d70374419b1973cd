/**
 * Accounts: who somebody is and what proves it, who is signed in where, address books, and what is
 * held about a person.
 *
 * <p>Passwords are hashed a few at a time and outside transactions; attempts are counted for all
 * nodes together; known and unknown addresses get the same answers after the same work. Nothing
 * here depends on which node a request reaches.
 */
package shop.emporium.ejb.customer;
