/** What developers look at while no real people shop here; in production all of it is not found. */
package shop.emporium.web.dev;
