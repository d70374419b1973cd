/** Mails, written in the transaction of what they tell of. */
package shop.emporium.ejb.shared.mail;
