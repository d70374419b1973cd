package shop.emporium.ejb.customer;

/**
 * An account is being erased, in this transaction: whoever holds something of this customer forgets
 * it now.
 */
public record CustomerErased(long customer) {}
