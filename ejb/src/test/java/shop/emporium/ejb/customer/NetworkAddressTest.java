package shop.emporium.ejb.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {

  @Test
  void anAddressOfVersionFourIsANetworkByItself() {
    assertThat(NetworkAddress.networkOf("203.0.113.7")).isEqualTo("203.0.113.7");
    assertThat(NetworkAddress.networkOf("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
  }

  @Test
  void addressesOfOneSubscriberAreOneNetwork() {
    assertThat(NetworkAddress.networkOf("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(NetworkAddress.networkOf("2001:db8:1:2::1"))
        .isNotEqualTo(NetworkAddress.networkOf("2001:db8:1:3::1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "host.example.com", ":::::", "1:2"})
  void whatIsNoAddressIsANetworkByItself(String text) {
    assertThat(NetworkAddress.networkOf(text)).isEqualTo(text);
  }
}
