/** What a node tells the outside about its own state. */
package shop.emporium.web.cluster;
