package shop.emporium.ejb.payment;

/**
 * Money to be given back now.
 *
 * @param id of the refund; of the payment where no order wanted its money
 * @param attempts how often it was tried, this time included
 */
public record DueRepayment(long id, Repayment repayment, int attempts) {}
