/** What buyers say of what they bought, and who decides that it is shown. */
package shop.emporium.domain.review;
