package shop.emporium.ejb.chat.assistant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shop.emporium.domain.chat.Topic;
import shop.emporium.ejb.chat.Assistant;
import shop.emporium.ejb.customer.Caller;

/**
 * Answers by rules: a topic is known by its words, a product by the search of the catalogue.
 *
 * <p>What it cannot answer it says so, and the second time in a row it offers a person before
 * anything else. Whatever goes wrong behind it is told in the log, and a person is offered.
 */
@ApplicationScoped
class ShopAssistant implements Assistant {

  private static final Logger LOG = System.getLogger(ShopAssistant.class.getName());

  /** What is offered where nothing lies nearer. */
  private static final String[] ALL = {
    "choice.order", "choice.shipping", "choice.returns", "choice.product", "choice.hours"
  };

  @Inject private OrderAnswers orders;
  @Inject private ProductAnswers products;
  @Inject private ShopAnswers shop;

  @Override
  public Answer greet(Optional<Long> customer, Locale language) {
    return Talk.of(new Question("", List.of(), customer, language, Caller.of("", "")))
        .say("greeting", ALL);
  }

  @Override
  public Answer answer(Question question) {
    Talk talk = Talk.of(question);
    try {
      return reply(talk);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "The assistant could not answer", failure);
      return talk.say("trouble");
    }
  }

  private Answer reply(Talk talk) {
    Optional<Topic> topic = Topic.of(talk.text());
    if (topic.filter(Topic.PERSON::equals).isPresent()) {
      return new Answer(talk.texts().get("person"), List.of(), true);
    }
    if (orders.isMeant(talk, topic)) {
      return orders.answer(talk);
    }
    if (products.isMeant(talk, topic)) {
      return products.answer(talk);
    }
    return topic
        .flatMap(one -> answer(one, talk))
        .or(() -> products.guess(talk))
        .orElseGet(() -> unknown(talk));
  }

  private Optional<Answer> answer(Topic topic, Talk talk) {
    return switch (topic) {
      case RETURNS -> Optional.of(shop.returns(talk));
      case SHIPPING -> Optional.of(shop.shipping(talk));
      case HOURS -> Optional.of(shop.hours(talk));
      case PAYMENT -> Optional.of(shop.payment(talk));
      case THANKS -> Optional.of(talk.say("thanks"));
      // "Hello, a red lamp?" is more than a greeting.
      case GREETING ->
          Topic.subject(talk.text()).isEmpty()
              ? Optional.of(talk.say("greeting", ALL))
              : Optional.empty();
      case PERSON, ORDER, PRODUCT -> Optional.empty();
    };
  }

  private static Answer unknown(Talk talk) {
    if (talk.isAfter("unknown", "unknown.again")) {
      return talk.say("unknown.again");
    }
    return talk.say("unknown", ALL);
  }
}
