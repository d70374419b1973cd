package shop.emporium.ejb.catalog.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All columns of Shopify's older product file, in its own order, metafields left out. */
final class ShopifyFile {

  static final List<String> HEADS =
      List.of(
          "Handle",
          "Title",
          "Body (HTML)",
          "Vendor",
          "Product Category",
          "Type",
          "Tags",
          "Published",
          "Option1 Name",
          "Option1 Value",
          "Option1 Linked To",
          "Option2 Name",
          "Option2 Value",
          "Option2 Linked To",
          "Option3 Name",
          "Option3 Value",
          "Option3 Linked To",
          "Variant SKU",
          "Variant Grams",
          "Variant Inventory Tracker",
          "Variant Inventory Qty",
          "Variant Inventory Policy",
          "Variant Fulfillment Service",
          "Variant Price",
          "Variant Compare At Price",
          "Variant Requires Shipping",
          "Variant Taxable",
          "Unit Price Total Measure",
          "Unit Price Total Measure Unit",
          "Unit Price Base Measure",
          "Unit Price Base Measure Unit",
          "Variant Barcode",
          "Image Src",
          "Image Position",
          "Image Alt Text",
          "Gift Card",
          "SEO Title",
          "SEO Description",
          "Google Shopping / Google Product Category",
          "Google Shopping / Gender",
          "Google Shopping / Age Group",
          "Google Shopping / MPN",
          "Google Shopping / Condition",
          "Google Shopping / Custom Product",
          "Google Shopping / Custom Label 0",
          "Google Shopping / Custom Label 1",
          "Google Shopping / Custom Label 2",
          "Google Shopping / Custom Label 3",
          "Google Shopping / Custom Label 4",
          "Variant Image",
          "Variant Weight Unit",
          "Variant Tax Code",
          "Cost per item",
          "Status");

  private static final Map<String, String> SPELLING =
      HEADS.stream()
          .collect(Collectors.toMap(head -> head.toLowerCase(Locale.ROOT), Function.identity()));

  private ShopifyFile() {}

  /** A head as Shopify spells it; one that Shopify does not know stays as it is. */
  static String spelled(String head) {
    return SPELLING.getOrDefault(head.toLowerCase(Locale.ROOT), head);
  }
}
