package shop.emporium.web.shared;

import jakarta.faces.context.ExternalContext;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Gathers a page and sends it at once, with its length.
 *
 * <p>Faces writes a page in some thousand small pieces. Given to the servlet's own writer, each is
 * turned into bytes by itself, which was an eighth of a page's cost; and an answer whose length is
 * known is sent in one piece. A page that grows beyond {@link #MOST} characters is sent in parts,
 * so that none takes more memory than that.
 */
final class PageWriter extends Writer {

  /** Some five times the largest page of the shop. */
  private static final int MOST = 512 * 1024;

  private static final int USUAL = 48 * 1024;

  private final ExternalContext context;
  private final StringBuilder page = new StringBuilder(USUAL);
  private boolean partSent;
  private boolean closed;

  PageWriter(ExternalContext context) {
    this.context = context;
  }

  @Override
  public void write(char[] characters, int from, int count) throws IOException {
    page.append(characters, from, count);
    sendWhenLarge();
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    page.append(text, from, from + count);
    sendWhenLarge();
  }

  @Override
  public void write(int character) throws IOException {
    page.append((char) character);
  }

  private void sendWhenLarge() throws IOException {
    if (page.length() > MOST) {
      partSent = true;
      send();
    }
  }

  /** Does nothing: a page is worth nothing before it is whole. */
  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    send();
  }

  /** Half a character, where a part ends between its two halves, goes with the next part. */
  private void send() throws IOException {
    int last = page.length() - 1;
    boolean isHalf = last >= 0 && Character.isHighSurrogate(page.charAt(last)) && !closed;
    char half = isHalf ? page.charAt(last) : 0;
    page.setLength(isHalf ? last : page.length());
    byte[] bytes =
        page.toString().getBytes(Charset.forName(context.getResponseCharacterEncoding()));
    page.setLength(0);
    if (isHalf) {
      page.append(half);
    }
    if (!partSent) {
      context.setResponseContentLength(bytes.length);
    }
    context.getResponseOutputStream().write(bytes);
  }
}
