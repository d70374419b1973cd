package shop.emporium.web.order;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.order.Invoice;
import shop.emporium.ejb.order.OrderHappening;
import shop.emporium.ejb.order.OrderLineView;
import shop.emporium.ejb.order.OrderTaxView;
import shop.emporium.ejb.order.OrderTotals;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.ejb.order.ShopDetails;

/**
 * Writes invoices: who sells, to whom, what and when, with the tax by rate.
 *
 * <p>Its fonts are in the file and hold Latin, Greek and Cyrillic letters; what they lack is left
 * out.
 */
final class InvoicePdf {

  private static final float MARGIN = 56;
  private static final float[] COLUMNS = {9, 51, 16, 8, 16};

  private final ShopDetails.Seller shop;

  InvoicePdf(ShopDetails.Seller shop) {
    this.shop = shop;
  }

  /** The invoice of an order. */
  byte[] write(OrderView order, Invoice invoice, Locale locale) {
    InvoiceText text = new InvoiceText(locale);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter writer = PdfWriter.getInstance(document, file);
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(locale.getLanguage()));
    document.addTitle(text.of("invoice.title", invoice.text()));
    document.addAuthor(shop.name());
    document.setFooter(text.footer(footer(text)));
    document.open();
    document.add(head(order, invoice, text));
    document.add(lines(order, text));
    document.add(totals(order, text));
    document.add(taxes(order, text));
    notes(order, text).forEach(document::add);
    document.close();
    return file.toByteArray();
  }

  private PdfPTable head(OrderView order, Invoice invoice, InvoiceText text) {
    PdfPTable table = text.table(60, 40);
    table.addCell(
        text.block(
            List.of(shop.name() + ", " + String.join(", ", shop.address())),
            address(order.billTo(), text)));
    table.addCell(
        text.block(
            List.of(),
            List.of(
                text.of("invoice.number", invoice.text()),
                text.of("invoice.date", OrderWords.day(invoice.issuedAt(), text.locale())),
                text.of("invoice.order", order.number().text()),
                text.of("invoice.ordered", OrderWords.day(order.placedAt(), text.locale())),
                text.of("invoice.supplied", supplied(order, invoice, text)))));
    table.addCell(text.title(text.of("invoice.title", invoice.text())));
    return table;
  }

  /** When the goods left, which is when they count as supplied; until then, when it was written. */
  private static String supplied(OrderView order, Invoice invoice, InvoiceText text) {
    Instant left =
        order.history().stream()
            .filter(one -> one.kind() == OrderHappening.Kind.PARCEL)
            .filter(one -> one.status().equals("SHIPPED"))
            .map(OrderHappening::at)
            .findFirst()
            .orElse(invoice.issuedAt());
    return OrderWords.day(left, text.locale());
  }

  private static List<String> address(PostalAddress address, InvoiceText text) {
    List<String> lines = new ArrayList<>(List.of(address.name(), address.line1()));
    if (!address.line2().isEmpty()) {
      lines.add(address.line2());
    }
    lines.add((address.postalCode() + " " + address.city()).strip());
    if (!address.region().isEmpty()) {
      lines.add(address.region());
    }
    lines.add(new Locale("", address.country()).getDisplayCountry(text.locale()));
    return lines;
  }

  private static PdfPTable lines(OrderView order, InvoiceText text) {
    PdfPTable table = text.table(COLUMNS);
    table.setHeaderRows(1);
    table.addCell(text.heading(text.of("invoice.column.pieces"), false));
    table.addCell(text.heading(text.of("invoice.column.article"), false));
    for (String column :
        List.of("invoice.column.price", "invoice.column.vat", "invoice.column.sum")) {
      table.addCell(text.heading(text.of(column), true));
    }
    for (OrderLineView line : order.lines()) {
      table.addCell(text.cell(String.valueOf(line.quantity()), false));
      table.addCell(text.cell(name(line), false));
      table.addCell(text.cell(text.money(line.unitPrice()), true));
      table.addCell(text.cell(text.percent(line.taxPercent()), true));
      table.addCell(text.cell(text.money(line.items()), true));
    }
    return table;
  }

  private static String name(OrderLineView line) {
    return line.name()
        + (line.options().isEmpty() ? "" : ", " + line.options())
        + "\n"
        + line.sku();
  }

  private static PdfPTable totals(OrderView order, InvoiceText text) {
    OrderTotals totals = order.totals();
    PdfPTable table = text.table(84, 16);
    row(table, text, text.of("invoice.items"), totals.items(), false);
    if (totals.discount().isPositive()) {
      String label =
          order.coupon() == null
              ? text.of("invoice.discount")
              : text.of("invoice.discount.code", order.coupon());
      row(table, text, label, totals.discount().negated(), false);
    }
    row(table, text, text.of("invoice.delivery", order.shippingName()), totals.shipping(), false);
    if (!totals.isTaxIncluded()) {
      row(table, text, text.of("invoice.tax"), totals.tax(), false);
    }
    row(table, text, text.of("invoice.total"), totals.total(), true);
    if (totals.giftCards().isPositive()) {
      row(table, text, text.of("invoice.gift"), totals.giftCards().negated(), false);
      row(table, text, text.of("invoice.paid"), totals.due(), false);
    }
    return table;
  }

  private static void row(
      PdfPTable table, InvoiceText text, String label, Money money, boolean isSum) {
    table.addCell(isSum ? text.sum(label, true) : text.cell(label, true));
    table.addCell(isSum ? text.sum(text.money(money), true) : text.cell(text.money(money), true));
  }

  private static PdfPTable taxes(OrderView order, InvoiceText text) {
    PdfPTable table = text.table(25, 25, 25, 25);
    table.setHeaderRows(1);
    table.addCell(text.heading(text.of("invoice.rate.rate"), false));
    for (String column : List.of("invoice.rate.net", "invoice.rate.tax", "invoice.rate.gross")) {
      table.addCell(text.heading(text.of(column), true));
    }
    for (OrderTaxView rate : order.taxes()) {
      table.addCell(text.cell(text.percent(rate.percent()), false));
      table.addCell(text.cell(text.money(rate.net()), true));
      table.addCell(text.cell(text.money(rate.tax()), true));
      table.addCell(text.cell(text.money(rate.net().plus(rate.tax())), true));
    }
    return table;
  }

  private static List<Paragraph> notes(OrderView order, InvoiceText text) {
    List<Paragraph> notes = new ArrayList<>();
    notes.add(text.note(text.of("invoice.thanks", OrderWords.day(order.paidAt(), text.locale()))));
    if (order.billing() != null) {
      notes.add(
          text.note(
              text.of("invoice.sent-to", String.join(", ", address(order.shipping(), text)))));
    }
    if (order.status() == OrderStatus.CANCELLED) {
      notes.add(text.note(text.of("invoice.cancelled")));
    }
    return notes;
  }

  private String footer(InvoiceText text) {
    List<String> parts = new ArrayList<>();
    parts.add(shop.name());
    parts.addAll(shop.address());
    parts.add(text.of("invoice.vat-id", shop.vat()));
    if (!shop.register().isEmpty()) {
      parts.add(shop.register());
    }
    parts.add(shop.email());
    return String.join(" · ", parts);
  }
}
