/** Tests of the shop as it is deployed, and the one servlet that they put beside it. */
package shop.emporium.tests;
