package shop.emporium.domain.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FileKindTest {

  private static final byte[] LOSSY =
      Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=");
  private static final byte[] LOSSLESS =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  private static final byte[] PAPER =
      bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

  @Test
  void picturesAndPapersAreToldByTheirContent() {
    assertThat(FileKind.of(picture("jpg", 40, 30))).contains(FileKind.JPEG);
    assertThat(FileKind.of(picture("png", 40, 30))).contains(FileKind.PNG);
    assertThat(FileKind.of(picture("gif", 40, 30))).contains(FileKind.GIF);
    assertThat(FileKind.of(LOSSY)).contains(FileKind.WEBP);
    assertThat(FileKind.of(LOSSLESS)).contains(FileKind.WEBP);
    assertThat(FileKind.of(PAPER)).contains(FileKind.PDF);
  }

  @Test
  void nothingElseIsTaken() {
    assertRefused("a program", bytes("MZ\u0090\0\u0003\0\0\0 This program cannot be run"));
    assertRefused("a program for Linux", bytes("\u007fELF\u0002\u0001\u0001"));
    assertRefused("a script", bytes("#!/bin/sh\nrm -rf /\n"));
    assertRefused("a page", bytes("<!DOCTYPE html><script>alert(1)</script>"));
    assertRefused("a drawing", bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"));
    assertRefused("a text", bytes("hello"));
    assertRefused("an archive", archive());
    assertRefused("nothing", new byte[0]);
  }

  @Test
  void whatIsSomethingElseAsWellIsRefused() {
    assertRefused("an archive behind a picture", join(picture("gif", 9, 9), archive()));
    assertRefused("an archive behind a photo", join(picture("jpg", 9, 9), archive()));
    assertRefused("an archive behind a paper", join(PAPER, archive()));
    assertRefused("an archive behind a drawing", join(picture("png", 9, 9), archive()));
    assertRefused("a page in a picture", bytes("GIF89a\u0009\0\u0009\0<HTML><body>x</body>;"));
    assertRefused(
        "a page in a paper", bytes("%PDF-1.4\n<script>alert(1)</script>\ntrailer\n%%EOF\n"));
    assertRefused("a program before a paper", join(bytes("MZ\0\0"), PAPER));
    assertRefused("a paper that begins later", join(bytes("\n"), PAPER));
  }

  @Test
  void whatWasCutOffIsRefused() {
    for (String format : new String[] {"jpg", "png", "gif"}) {
      byte[] whole = picture(format, 40, 30);
      for (int length : new int[] {3, 8, 12, 20, whole.length / 2, whole.length - 2}) {
        assertRefused(format + " of " + length, Arrays.copyOf(whole, length));
      }
    }
    for (int length = 0; length < LOSSY.length - 1; length++) {
      assertRefused("WebP of " + length, Arrays.copyOf(LOSSY, length));
    }
    assertRefused("a paper", Arrays.copyOf(PAPER, PAPER.length - 6));
  }

  @Test
  void picturesThatCannotBeDrawnAreRefused() {
    assertThat(FileKind.of(sides(picture("png", 4, 4), 19, 12_000))).contains(FileKind.PNG);
    assertRefused("too wide", sides(picture("png", 4, 4), 19, 12_001));
    assertRefused("without width", sides(picture("png", 4, 4), 19, 0));
    byte[] gif = picture("gif", 4, 4);
    gif[6] = (byte) 0xFF;
    gif[7] = (byte) 0xFF;
    assertRefused("65,535 pixels", gif);
    assertRefused("too large", Arrays.copyOf(picture("gif", 4, 4), FileKind.MAX_BYTES + 1));
  }

  @Test
  void anythingAtAllIsAnsweredWithoutAFault() {
    byte[] photo = picture("jpg", 16, 16);
    for (int at = 0; at < photo.length; at++) {
      byte[] broken = photo.clone();
      broken[at] ^= (byte) 0xFF;
      assertThat(FileKind.of(broken))
          .satisfiesAnyOf(
              kind -> assertThat(kind).isEmpty(), kind -> assertThat(kind).contains(FileKind.JPEG));
    }
    assertRefused("a chunk of four thousand millions", sides(picture("png", 4, 4), 11, -1));
  }

  @Test
  void namesFitTheirKind() {
    assertThat(FileName.of("label.pdf", FileKind.PDF)).isEqualTo("label.pdf");
    assertThat(FileName.of("Holiday.JPEG", FileKind.JPEG)).isEqualTo("Holiday.JPEG");
    assertThat(FileName.of("bill.exe", FileKind.PNG)).isEqualTo("bill.exe.png");
    assertThat(FileName.of("C:\\me\\..\\photo.png", FileKind.PNG)).isEqualTo("photo.png");
    assertThat(FileName.of("../../etc/passwd", FileKind.PDF)).isEqualTo("passwd.pdf");
    assertThat(FileName.of("ann\u202Egnp.exe", FileKind.PNG)).isEqualTo("ann gnp.exe.png");
    assertThat(FileName.of("a\r\nb\".gif", FileKind.GIF)).isEqualTo("a b.gif");
    assertThat(FileName.of(null, FileKind.WEBP)).isEqualTo("file.webp");
    assertThat(FileName.of(" ... ", FileKind.WEBP)).isEqualTo("file.webp");
    assertThat(FileName.of("Rückgabe 包裹.pdf", FileKind.PDF)).isEqualTo("Rückgabe 包裹.pdf");
    assertThat(FileName.of("🙂".repeat(90) + ".pdf", FileKind.PDF))
        .hasSizeLessThanOrEqualTo(FileName.MAX)
        .endsWith("🙂.pdf");
    assertThat(FileName.of("x." + "y".repeat(300), FileKind.PDF)).hasSize(100).endsWith("y.pdf");
  }

  private static void assertRefused(String what, byte[] content) {
    assertThat(FileKind.of(content)).as(what).isEmpty();
  }

  private static byte[] sides(byte[] picture, int lastByte, int value) {
    for (int i = 0; i < 4; i++) {
      picture[lastByte - i] = (byte) (value >> (8 * i));
    }
    return picture;
  }

  private static byte[] picture(String format, int width, int height) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return file.toByteArray();
  }

  private static byte[] archive() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("a.class"));
      zip.closeEntry();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return file.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
