/** A device that keeps passkeys, made of software, for tests without a browser. */
package shop.emporium.tests.authenticator;
