package shop.emporium.ejb.catalog.exchange;

/**
 * Something in a file that could not go in.
 *
 * @param line where its record begins, from 1
 * @param reason what is wrong, and with which value
 */
public record ImportIssue(long line, String reason) {}
