/**
 * Values that every feature speaks of: money and slugs.
 *
 * <p>This package knows no feature; features know it.
 */
package shop.emporium.domain.shared;
