/**
 * The post of the shop: mails are written to an outbox with the change that they tell of, and sent
 * afterwards by any node.
 *
 * <p>{@link shop.emporium.ejb.shared.mail.MailOutbox} is the way in. What follows, {@link
 * shop.emporium.ejb.shared.mail.MailJob}, runs on every node: it takes a mail from the table, lets
 * go of the database, hands the mail to a {@link shop.emporium.ejb.shared.mail.MailCarrier}, and
 * notes what became of it. Knows no feature: what a mail says is in its texts.
 */
package shop.emporium.ejb.shared.mail;
