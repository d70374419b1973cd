/**
 * People who have an account: who they are, what proves it, where they live.
 *
 * <p>Of every secret only what checks it is kept. What identifies a person is in few places, so
 * that it can be shown to them whole, and forgotten.
 */
package shop.emporium.domain.customer;
