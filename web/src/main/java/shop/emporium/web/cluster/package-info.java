/** What a node tells its operators about its own state. */
package shop.emporium.web.cluster;
