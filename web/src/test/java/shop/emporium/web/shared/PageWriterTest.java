package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.context.ExternalContextWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageWriterTest {

  /** What the servlet container would get. */
  @SuppressWarnings("unchecked") // of the API's own wrapper, as in PageWriterFactory
  private static final class Sent extends ExternalContextWrapper {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int length = -1;

    Sent() {
      super(null);
    }

    @Override
    public String getResponseCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public void setResponseContentLength(int bytes) {
      length = bytes;
    }

    @Override
    public OutputStream getResponseOutputStream() {
      return bytes;
    }
  }

  private final Sent sent = new Sent();
  private final PageWriter writer = new PageWriter(sent);

  @Test
  void nothingIsSentBeforeThePageIsWhole() throws IOException {
    writer.write("<p>");
    writer.write("12 €".toCharArray(), 0, 4);
    writer.write('!');
    writer.flush();
    assertThat(sent.bytes.size()).isZero();
    writer.close();
    assertThat(sent.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("<p>12 €!");
    assertThat(sent.length).isEqualTo("<p>12 €!".getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void whatIsClosedTwiceIsSentOnce() throws IOException {
    writer.write("page");
    writer.close();
    writer.close();
    assertThat(sent.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("page");
  }

  @Test
  void aCharacterOfTwoHalvesIsNeverTornApart() throws IOException {
    writer.write("x".repeat(512 * 1024));
    writer.write("\uD83D".toCharArray(), 0, 1);
    writer.write("\uDC5F".toCharArray(), 0, 1);
    writer.close();
    assertThat(sent.bytes.toString(StandardCharsets.UTF_8)).endsWith("x\uD83D\uDC5F");
  }

  @Test
  void aVeryLargePageIsSentInPartsAndWithoutALength() throws IOException {
    String part = "x".repeat(1000);
    for (int i = 0; i < 600; i++) {
      writer.write(part);
    }
    assertThat(sent.bytes.size()).isGreaterThan(500_000);
    writer.close();
    assertThat(sent.bytes.size()).isEqualTo(600_000);
    assertThat(sent.length).isEqualTo(-1);
  }
}
