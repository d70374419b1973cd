/**
 * Values that every feature speaks of: money and its parts, slugs, secrets, the days of parcels,
 * and how states move, by whom.
 *
 * <p>This package knows no feature; features know it.
 */
package shop.emporium.domain.shared;
