/**
 * Conversations between shoppers and the people who answer them.
 *
 * <p>Chats, forms and calls that were asked for are all conversations: one inbox, one search and
 * one history of a customer hold them all.
 */
package shop.emporium.domain.chat;
