/** Tests of the pages as a shopper has them: in a browser, on a desk and on a phone. */
package shop.emporium.tests.browser;
