package shop.emporium.ejb.shared.mail;

/**
 * What a mail says, in both its forms.
 *
 * @param language such as {@code de}
 * @param sender the name of the shop
 */
record Letter(String language, String sender, String subject, String text, String html) {}
