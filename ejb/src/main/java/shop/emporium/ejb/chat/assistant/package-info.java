/**
 * The shop's own assistant: it knows topics by their words, and answers out of what the other
 * features tell. It has no memory: all that it knows of a talk is what was said in it.
 */
package shop.emporium.ejb.chat.assistant;
