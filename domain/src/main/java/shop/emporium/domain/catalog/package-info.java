/**
 * What the shop sells: products, their variants, brands, categories and pictures.
 *
 * <p>A product is what people look at; a variant (one size, one colour) is what they buy, and so it
 * alone has an SKU, a price and a stock.
 */
package shop.emporium.domain.catalog;
