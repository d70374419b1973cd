package shop.emporium.domain.wishlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.domain.shared.Secret;

class WishlistTest {

  private final Wishlist list = new Wishlist(7, " Birthday ", Instant.EPOCH);

  @Test
  void isPrivateAndNotTheDefaultAtFirst() {
    assertThat(list.getName()).isEqualTo("Birthday");
    assertThat(list.isDefault()).isFalse();
    assertThat(list.getShareToken()).isEmpty();
    assertThat(list.getCustomer()).isEqualTo(7);
  }

  @Test
  void aNewLinkTakesThePlaceOfTheOneBefore() {
    Secret first = Secret.random();
    Secret second = Secret.random();
    list.share(first);
    list.share(second);
    assertThat(list.getShareToken()).contains(second.value());
    list.unshare();
    assertThat(list.getShareToken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "two\nlines", "\u202Eturned"})
  void aNameIsSomethingInOneLine(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> list.rename(name));
    assertThat(list.getName()).isEqualTo("Birthday");
  }

  @Test
  void aNameHasAnEnd() {
    list.rename("x".repeat(Wishlist.MAX_NAME));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list.rename("x".repeat(Wishlist.MAX_NAME + 1)));
  }
}
