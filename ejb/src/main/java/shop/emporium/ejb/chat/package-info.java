/**
 * Live chat, tickets and forms: conversations and what is said in them.
 *
 * <p>A message is a row of the database before anybody is told of it. After the commit all nodes
 * hear that there is something new, and read it back for those who look at the conversation there.
 */
package shop.emporium.ejb.chat;
