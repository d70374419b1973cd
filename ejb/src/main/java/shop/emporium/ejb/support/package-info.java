/**
 * Help that is not at once: forms, calls back and tickets, and the mails about them.
 *
 * <p>What is asked and answered are conversations like the live ones, kept by {@code ejb.chat}, so
 * that one inbox and one history hold all; here is what is said to people about it.
 */
package shop.emporium.ejb.support;
