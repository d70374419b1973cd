package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductLinksTest {

  @Test
  void productsAreFoundByWhateverAddress() {
    assertThat(
            ProductLinks.in(
                "See /product/aster-2, https://shop.example/de/product/ridge-2?x=1 and /product/aster-2."))
        .containsExactly("aster-2", "ridge-2");
  }

  @Test
  void whatIsNoProductIsLeft() {
    assertThat(ProductLinks.in("no/product/here /product/ /products/aster /product/-x")).isEmpty();
  }

  @Test
  void moreThanThreeMakeAMessageUnreadable() {
    assertThat(ProductLinks.in("/product/a /product/b /product/c /product/d")).hasSize(3);
  }
}
