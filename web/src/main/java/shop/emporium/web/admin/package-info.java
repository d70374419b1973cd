/**
 * What operators do from the command line, with a token that only this installation's scripts know.
 */
package shop.emporium.web.admin;
