/**
 * The torture suite: many buyers do at once what breaks shops, nodes die and the database restarts
 * meanwhile, and afterwards every promise of docs/CHECKOUT.md is looked at in SQL.
 *
 * <p>A {@code Scenario} is one thing that goes wrong elsewhere, once through; a {@code Mix} plays
 * all of them again and again while {@code Trouble} breaks parts. Every call to order is a {@code
 * OrderCall}: it is repeated with its key until it has an answer, and asked again at every node
 * when all is over. What a scenario expects and what the {@code Promises} say ends in one table.
 */
package shop.emporium.tests.torture;
