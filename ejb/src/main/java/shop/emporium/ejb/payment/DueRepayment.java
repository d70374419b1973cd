package shop.emporium.ejb.payment;

/**
 * Money to be given back now.
 *
 * @param id of the refund; of the payment where no order wanted its money
 * @param refusals how often the provider refused to, up to now
 */
public record DueRepayment(long id, Repayment repayment, int refusals) {}
