/** What pages that are open hear of at once: what changed is told to all nodes after its commit. */
package shop.emporium.ejb.live;
