/**
 * Shoppers and agents by the thousand who chat. {@code scripts/store load chat} lets them talk, and
 * finds out how soon the other side is shown what one says, and whether anything was lost, shown
 * twice or turned around.
 */
package shop.emporium.load.chat;
