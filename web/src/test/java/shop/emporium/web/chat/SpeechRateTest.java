package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.ejb.customer.SignedIn;

class SpeechRateTest {

  private static final long NOW = 0;

  private final SpeechRate rate = new SpeechRate();

  private static ChatVisitor guest(long visitor, String address) {
    return shopper(new ChatOwner(Optional.empty(), Optional.of(visitor)), address);
  }

  private static ChatVisitor shopper(ChatOwner owner, String address) {
    return new ChatVisitor(
        Optional.empty(), Optional.of(owner), false, Optional.empty(), address, "en");
  }

  private int said(ChatVisitor visitor, long conversation, int times) {
    return (int)
        IntStream.range(0, times).filter(i -> rate.take(visitor, conversation, 20, NOW)).count();
  }

  @Test
  void aShopperSaysTwentyThingsAtOnceWhicheverConversationsHeNames() {
    ChatVisitor shopper = guest(1, "192.0.2.1");
    assertThat(said(shopper, 0, 5)).isEqualTo(5);
    assertThat(said(shopper, 1001, 10)).isEqualTo(10);
    assertThat(said(shopper, 1002, 10)).isEqualTo(5);
  }

  @Test
  void whoNamesTheConversationOfSomebodyElseUsesUpHisOwn() {
    said(guest(1, "192.0.2.1"), 1001, 50);
    assertThat(said(guest(2, "192.0.2.2"), 1001, 20)).isEqualTo(20);
  }

  @Test
  void aCustomerIsTheSameWithAnotherKey() {
    Optional<Long> customer = Optional.of(7L);
    said(shopper(new ChatOwner(customer, Optional.of(1L)), "192.0.2.1"), 1001, 20);
    assertThat(said(shopper(new ChatOwner(customer, Optional.of(2L)), "192.0.2.2"), 1001, 1))
        .isZero();
  }

  @Test
  void anAgentMayAnswerOneAndStillTheOthers() {
    ChatVisitor agent =
        new ChatVisitor(
            Optional.of(new SignedIn(5, 1, "Rosa", "agent", false)),
            Optional.empty(),
            true,
            Optional.empty(),
            "192.0.2.1",
            "en");
    assertThat(said(agent, 1001, 30)).isEqualTo(20);
    assertThat(said(agent, 1002, 20)).isEqualTo(20);
  }

  @Test
  void whoSaysTooMuchTakesNothingFromOthersAtTheSamePlace() {
    assertThat(said(guest(1, "192.0.2.1"), 0, 1_000)).isEqualTo(20);
    assertThat(said(guest(2, "192.0.2.1"), 0, 20)).isEqualTo(20);
  }

  @Test
  void addressesOfOneNetworkCountAsOne() {
    int all = IntStream.range(0, 5).map(one -> said(guest(one, "2001:db8::" + one), 0, 20)).sum();
    assertThat(all).isEqualTo(60);
  }

  @Test
  void anAddressSaysThreeTimesAsManyAtOnceAsItMayEachSecond() {
    int all = IntStream.range(0, 5).map(visitor -> said(guest(visitor, "192.0.2.1"), 0, 20)).sum();
    assertThat(all).isEqualTo(60);
  }
}
