package shop.emporium.ejb.chat;

import java.util.Locale;

/**
 * To whom an answer goes that is given by mail.
 *
 * @param customer whose account it is, or 0
 * @param email empty where none is known
 */
public record Addressee(long customer, String name, String email, Locale locale) {}
