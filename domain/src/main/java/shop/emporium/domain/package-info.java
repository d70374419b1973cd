/**
 * The shop's language and its rules, free of any container.
 *
 * <p>Every feature has a package of the same name here, in the services and in the pages. Nothing
 * in this module reads configuration, opens a connection or knows what shows it, so that a rule can
 * be tested in a millisecond.
 */
package shop.emporium.domain;
