package shop.emporium.web.order;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.HeaderFooter;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/** How an invoice looks, in one language. */
final class InvoiceText {

  private static final Color INK = new Color(0x1b, 0x1b, 0x1f);
  private static final Color QUIET = new Color(0x5b, 0x5b, 0x66);
  private static final Color RULE = new Color(0xe4, 0xe4, 0xe9);

  private static final BaseFont PLAIN = font("LiberationSans-Regular.ttf");
  private static final BaseFont BOLD = font("LiberationSans-Bold.ttf");

  private static final float SIZE = 9.5f;
  private static final float LEADING = 13;

  private final Locale locale;

  InvoiceText(Locale locale) {
    this.locale = locale;
  }

  /** Reading a font costs more than an invoice; it may be used by many at once. */
  private static BaseFont font(String file) {
    try (InputStream in =
        InvoiceText.class.getClassLoader().getResourceAsStream("liberation/" + file)) {
      return BaseFont.createFont(
          file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, in.readAllBytes(), null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Locale locale() {
    return locale;
  }

  /** A text of the bundle with its values. */
  String of(String key, Object... values) {
    String text = PageText.of(key, locale);
    return values.length == 0 ? text : Format.fill1(text, locale, values[0]);
  }

  String money(Money money) {
    return Format.money(money, locale);
  }

  String percent(BigDecimal percent) {
    return NumberFormat.getNumberInstance(locale).format(percent) + " %";
  }

  PdfPTable table(float... columns) {
    PdfPTable table = new PdfPTable(columns);
    table.setWidthPercentage(100);
    table.setSpacingAfter(18);
    return table;
  }

  /** Small lines above, plain ones below, without a border. */
  PdfPCell block(List<String> small, List<String> lines) {
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setPaddingBottom(24);
    small.forEach(line -> cell.addElement(paragraph(line, PLAIN, 7, QUIET)));
    lines.forEach(line -> cell.addElement(paragraph(line, PLAIN, SIZE, INK)));
    return cell;
  }

  /** Over the whole width of the head. */
  PdfPCell title(String text) {
    PdfPCell cell = new PdfPCell(new Phrase(text, new Font(BOLD, 18, Font.NORMAL, INK)));
    cell.setColspan(2);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    return cell;
  }

  PdfPCell heading(String text, boolean isNumber) {
    return cell(text, BOLD, QUIET, isNumber);
  }

  PdfPCell cell(String text, boolean isNumber) {
    return cell(text, PLAIN, INK, isNumber);
  }

  PdfPCell sum(String text, boolean isNumber) {
    return cell(text, BOLD, INK, isNumber);
  }

  private static PdfPCell cell(String text, BaseFont font, Color color, boolean isNumber) {
    PdfPCell cell =
        new PdfPCell(new Phrase(LEADING, text, new Font(font, SIZE, Font.NORMAL, color)));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setPadding(5);
    cell.setHorizontalAlignment(isNumber ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    return cell;
  }

  Paragraph note(String text) {
    return paragraph(text, PLAIN, SIZE, INK);
  }

  /** At the foot of each page, with its number. */
  HeaderFooter footer(String text) {
    Font small = new Font(PLAIN, 7, Font.NORMAL, QUIET);
    HeaderFooter footer =
        new HeaderFooter(
            new Phrase(new Chunk(text + " · ", small)), new Phrase(new Chunk("", small)));
    footer.setBorder(Rectangle.NO_BORDER);
    footer.setAlignment(Element.ALIGN_CENTER);
    return footer;
  }

  private static Paragraph paragraph(String text, BaseFont font, float size, Color color) {
    Paragraph paragraph =
        new Paragraph(size + 3.5f, text, new Font(font, size, Font.NORMAL, color));
    paragraph.setSpacingAfter(0);
    return paragraph;
  }
}
