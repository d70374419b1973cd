/**
 * {@code WS /chat} and what belongs to it: shoppers and the people who answer them talk through any
 * two nodes. See docs/CHAT.md.
 */
package shop.emporium.web.chat;
