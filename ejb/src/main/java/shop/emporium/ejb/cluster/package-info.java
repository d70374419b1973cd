/**
 * What nodes tell each other: small messages, heard once by every node, the sender's own included.
 *
 * <p>A message is an entry of a replicated cache that expires; it says that something changed,
 * never what it is now, so that one that is lost costs a moment and no truth. Knows no feature: who
 * wants to hear observes {@link shop.emporium.ejb.cluster.ClusterMessage}.
 */
package shop.emporium.ejb.cluster;
