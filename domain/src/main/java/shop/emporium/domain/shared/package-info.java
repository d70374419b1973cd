/**
 * Values that every feature speaks of: money, slugs, secrets, and the days of parcels.
 *
 * <p>This package knows no feature; features know it.
 */
package shop.emporium.domain.shared;
