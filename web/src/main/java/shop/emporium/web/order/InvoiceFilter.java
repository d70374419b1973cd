package shop.emporium.web.order;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shop.emporium.ejb.order.Invoice;
import shop.emporium.ejb.order.InvoiceService;
import shop.emporium.ejb.order.OrderException;
import shop.emporium.ejb.order.ShopDetails;
import shop.emporium.ejb.shared.Retries;

/**
 * The invoice of an order as a PDF: {@code /order/EM-100001/invoice.pdf}, for whoever may see the
 * order. It is in the language in which the order was placed.
 */
public class InvoiceFilter extends HttpFilter {

  private static final Pattern ADDRESS = Pattern.compile("/order/([^/]{1,30})/invoice\\.pdf");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Inject private transient OrderAccess access;
  @Inject private transient InvoiceService invoices;
  @Inject private transient ShopDetails shop;
  @Inject private transient Retries retries;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    if (!address.matches()) {
      chain.doFilter(request, response);
      return;
    }
    if (!READING.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Optional<OrderAccess.Seen> seen =
        access.find(address.group(1)).filter(one -> !one.order().isForgotten());
    Optional<Invoice> invoice = seen.flatMap(this::invoice);
    if (invoice.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    send(response, seen.orElseThrow(), invoice.orElseThrow());
  }

  private Optional<Invoice> invoice(OrderAccess.Seen seen) {
    try {
      return Optional.of(retries.run(() -> invoices.issue(seen.order().number())));
    } catch (OrderException unpaid) {
      return Optional.empty();
    }
  }

  private void send(HttpServletResponse response, OrderAccess.Seen seen, Invoice invoice)
      throws IOException {
    byte[] file =
        new InvoicePdf(shop.seller())
            .write(seen.order(), invoice, Locale.forLanguageTag(seen.order().locale()));
    response.setContentType("application/pdf");
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Content-Disposition", "inline; filename=\"" + invoice.text() + ".pdf\"");
    response.setContentLength(file.length);
    response.getOutputStream().write(file);
  }
}
