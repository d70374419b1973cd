package shop.emporium.tests.browser;

/** What a visitor holds: the sizes that the drawings of the shop are made for, in CSS pixels. */
enum Device {
  DESKTOP(1280, 900),
  PHONE(390, 844);

  private final int width;
  private final int height;

  Device(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
