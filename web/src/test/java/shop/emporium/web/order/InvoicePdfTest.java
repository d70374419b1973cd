package shop.emporium.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.checkout.TaxMode;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.order.Invoice;
import shop.emporium.ejb.order.OrderHappening;
import shop.emporium.ejb.order.OrderLineView;
import shop.emporium.ejb.order.OrderTaxView;
import shop.emporium.ejb.order.OrderTotals;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.ejb.order.ShopDetails;

/** Invoices, read back as their readers do. */
class InvoicePdfTest {

  private static final ShopDetails.Seller SELLER =
      new ShopDetails.Seller(
          "Our Shop GmbH",
          List.of("Lindenhof 1", "10115 Berlin"),
          "DE123456789",
          "HRB 12345, Berlin",
          "bills@shop.example");

  private static final Invoice INVOICE = new Invoice(10007, Instant.parse("2026-11-24T05:15:00Z"));

  @Test
  void holdsAllThatTheLawWants() throws Exception {
    String text = read(order(TaxMode.INCLUSIVE, 1), Locale.ENGLISH);
    assertThat(text)
        .contains("Our Shop GmbH", "Lindenhof 1", "DE123456789", "HRB 12345", "bills@shop.example")
        .contains("Łucja Ørsted-Παπαδοπούλου", "Unter den Linden 5", "10117 Berlin", "Germany")
        .contains("INV-10007", "Date: November 24, 2026", "EM-100042", "Ordered: November 22, 2026")
        .contains("Supplied: November 24, 2026")
        .contains("Lamp 1, Red", "LAMP-1", "€20.00", "19 %", "€40.00")
        .contains("Discount AUTUMN10", "-€4.00", "Delivery, Standard", "€4.90")
        .contains("Total", "€40.90", "Paid by gift card", "-€10.00", "€30.90")
        .contains("€34.37", "€6.53")
        .contains("Sent to: Jo Doe");
  }

  @Test
  void speaksGermanAndAddsTheTaxWhereItComesOnTop() throws Exception {
    String text = read(order(TaxMode.EXCLUSIVE, 1), Locale.GERMAN);
    assertThat(text)
        .contains("Rechnung INV-10007", "Datum: 24. November 2026", "Lieferung, Standard")
        .contains("MwSt.", "6,53")
        .contains("USt-IdNr. DE123456789");
  }

  @Test
  void aLongOneHasMorePages() throws Exception {
    byte[] file =
        new InvoicePdf(SELLER).write(order(TaxMode.INCLUSIVE, 200), INVOICE, Locale.ENGLISH);
    PdfReader reader = new PdfReader(file);
    assertThat(reader.getNumberOfPages()).isGreaterThan(4);
    String last = new PdfTextExtractor(reader).getTextFromPage(reader.getNumberOfPages());
    assertThat(last).contains("VAT ID DE123456789");
    assertThat(read(order(TaxMode.INCLUSIVE, 200), Locale.ENGLISH))
        .contains("LAMP-1\n", "LAMP-200");
  }

  private static String read(OrderView order, Locale locale) throws Exception {
    PdfReader reader = new PdfReader(new InvoicePdf(SELLER).write(order, INVOICE, locale));
    StringBuilder text = new StringBuilder();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
    }
    return text.toString().replace('\u00a0', ' ');
  }

  private static OrderView order(TaxMode mode, int count) {
    List<OrderLineView> lines = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lines.add(
          new OrderLineView(
              i,
              i,
              i,
              "LAMP-" + i,
              "lamp",
              "Lamp " + i,
              "Red",
              null,
              2,
              euro("20.00"),
              euro("40.00"),
              euro("4.00"),
              BigDecimal.valueOf(19),
              euro("5.75"),
              euro("36.00"),
              2,
              0,
              0));
    }
    Instant placed = Instant.parse("2026-11-22T13:08:00Z");
    return new OrderView(
        new OrderNumber(100042),
        Optional.empty(),
        "jo@mail.example",
        "en",
        OrderStatus.SHIPPED,
        placed,
        placed,
        placed,
        new OrderTotals(
            euro("40.00"),
            euro("4.00"),
            euro("4.90"),
            euro("6.53"),
            euro("40.90"),
            euro("10.00"),
            euro("30.90"),
            mode),
        lines,
        List.of(new OrderTaxView(BigDecimal.valueOf(19), euro("34.37"), euro("6.53"))),
        new PostalAddress("Jo Doe", "Main St 1", "", "Berlin", "", "10115", "DE", ""),
        new PostalAddress(
            "Łucja Ørsted-Παπαδοπούλου", "Unter den Linden 5", "", "Berlin", "", "10117", "DE", ""),
        "AUTUMN10",
        "standard",
        "Standard",
        LocalDate.of(2026, 11, 25),
        LocalDate.of(2026, 11, 26),
        "card",
        null,
        List.of(
            new OrderHappening(
                OrderHappening.Kind.PARCEL,
                "SHIPPED",
                Instant.parse("2026-11-24T05:15:00Z"),
                "staff:3",
                "",
                null)),
        List.of(),
        List.of(),
        10007L,
        false);
  }

  private static Money euro(String amount) {
    return Money.parse("EUR " + amount);
  }
}
