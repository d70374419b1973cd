/**
 * {@code WS /live}: pages that are open hear at once of what changed, whichever node they are
 * connected to.
 *
 * <p>A frame says what something is now, never by how much it changed: the last one wins, a lost
 * one does no harm, and who comes back is told the present. Which sockets there are is known by
 * their own node alone; everything else is asked of the database.
 */
package shop.emporium.web.live;
