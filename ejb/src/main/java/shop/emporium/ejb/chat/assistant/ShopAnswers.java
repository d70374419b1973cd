package shop.emporium.ejb.chat.assistant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import shop.emporium.domain.chat.CountryMention;
import shop.emporium.domain.chat.DaySpan;
import shop.emporium.domain.chat.OpeningHours;
import shop.emporium.ejb.chat.Assistant.Answer;
import shop.emporium.ejb.chat.SupportHours;
import shop.emporium.ejb.checkout.ShippingCosts;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.payment.PaymentSettings;

/** What holds for everybody: delivery, returns, payment, hours. */
@ApplicationScoped
class ShopAnswers {

  /** Where most parcels go, when no country is named. */
  private static final String USUAL_COUNTRY = "DE";

  @Inject private ShippingCosts costs;
  @Inject private OrderLookup orders;
  @Inject private SupportHours hours;
  @Inject private PaymentSettings payments;

  Answer returns(Talk talk) {
    return talk.answer(
        talk.texts().get("returns", orders.days()), "choice.order", "choice.shipping");
  }

  Answer payment(Talk talk) {
    return talk.say(
        payments.cardProvider().isPresent() ? "payment.cards" : "payment",
        "choice.shipping",
        "choice.returns");
  }

  Answer shipping(Talk talk) {
    AssistantTexts texts = talk.texts();
    String country = CountryMention.in(talk.text()).orElse(USUAL_COUNTRY);
    ShippingCosts.Costs found = costs.to(country, texts.locale().getLanguage());
    String all =
        found.countries().stream().map(texts::country).sorted().collect(Collectors.joining(", "));
    if (!found.countries().contains(country)) {
      return talk.answer(
          texts.get("shipping.nowhere", texts.country(country), all), "choice.returns");
    }
    String ways =
        found.ways().stream().map(way -> way(way, texts)).collect(Collectors.joining("\n"));
    return talk.answer(
        texts.get("shipping", texts.country(country), ways, all), "choice.order", "choice.returns");
  }

  private static String way(ShippingCosts.Way way, AssistantTexts texts) {
    String days =
        way.fastest() == way.slowest()
            ? texts.get("shipping.days", way.fastest())
            : texts.get("shipping.span", way.fastest(), way.slowest());
    if (way.from().isZero()) {
      return texts.get("shipping.free", way.name(), days);
    }
    return way.freeFrom()
        .map(
            value ->
                texts.get(
                    "shipping.sometimes",
                    way.name(),
                    days,
                    texts.money(way.from()),
                    texts.money(value)))
        .orElseGet(() -> texts.get("shipping.way", way.name(), days, texts.money(way.from())));
  }

  Answer hours(Talk talk) {
    AssistantTexts texts = talk.texts();
    OpeningHours now = hours.now();
    Instant moment = Instant.now();
    String week =
        Arrays.stream(DayOfWeek.values())
            .filter(now.week()::containsKey)
            .map(day -> line(day, now.week(), texts))
            .collect(Collectors.joining("\n"));
    String state =
        now.closesAfter(moment)
            .map(until -> texts.get("hours.open", texts.moment(until)))
            .or(
                () ->
                    now.nextOpening(moment)
                        .map(from -> texts.get("hours.closed", texts.moment(from))))
            .orElseGet(() -> texts.get("hours.never"));
    String zone = now.zone().getDisplayName(TextStyle.FULL, texts.locale());
    return talk.answer(texts.get("hours", state, week, zone), "choice.order");
  }

  private static String line(DayOfWeek day, Map<DayOfWeek, DaySpan> week, AssistantTexts texts) {
    DaySpan span = week.get(day);
    String name = day.getDisplayName(TextStyle.FULL, texts.locale());
    if (span.isWholeDay()) {
      return texts.get("hours.day.whole", name);
    }
    String closes =
        span.closes().equals(LocalTime.MIDNIGHT)
            ? texts.get("hours.midnight")
            : texts.time(span.closes());
    return texts.get("hours.day", name, texts.time(span.opens()), closes);
  }
}
