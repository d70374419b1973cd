package shop.emporium.ejb.chat;

import shop.emporium.domain.chat.Channel;

/**
 * What somebody wrote into a form of the shop, to be kept as a ticket. Whoever makes one has looked
 * at its bounds, which are those of the columns.
 *
 * @param channel by which way: a form, or a call back that was asked for
 * @param id made for the form when it was shown, 8 to 36 letters, digits, - and _: sent twice it is
 *     one
 * @param name of who asks, at most 60 characters
 * @param email where the answer goes, or empty
 * @param phone where to call, or empty
 * @param subject in one line of at most 120 characters
 * @param text at most 2,000 characters, not empty
 * @param language in which to answer: en or de
 */
public record NewForm(
    Channel channel,
    String id,
    String name,
    String email,
    String phone,
    String subject,
    String text,
    String language) {}
