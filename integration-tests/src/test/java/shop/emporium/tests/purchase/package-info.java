/** Orders that are there already, for tests of what comes long after them. */
package shop.emporium.tests.purchase;
