/**
 * Buyers by the dozen. Each simulation is one question about the speed of the till; {@code
 * scripts/store load orders} prepares carts, runs them, and compares what they say with what the
 * same PostgreSQL can do.
 */
package shop.emporium.load;
