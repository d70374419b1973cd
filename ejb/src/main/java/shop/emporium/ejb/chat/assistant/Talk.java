package shop.emporium.ejb.chat.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.ejb.chat.Assistant.Answer;
import shop.emporium.ejb.chat.Assistant.Line;
import shop.emporium.ejb.chat.Assistant.Question;

/** A question with what was said before it, and the means to answer it. */
record Talk(Question question, AssistantTexts texts) {

  static Talk of(Question question) {
    return new Talk(question, AssistantTexts.in(question.language()));
  }

  String text() {
    return question.text();
  }

  /** The last that the assistant said. */
  private Optional<String> last() {
    List<Line> before = before();
    return before.isEmpty() || before.get(before.size() - 1).isOfShopper()
        ? Optional.empty()
        : Optional.of(before.get(before.size() - 1).text());
  }

  /** Whether the last that the assistant said is one of these texts. */
  boolean isAfter(String... keys) {
    return last().filter(said -> AssistantTexts.isOneOf(said, keys)).isPresent();
  }

  /**
   * What the shopper has said as long as the assistant said nothing but these texts, the last
   * first: several answers to one matter.
   */
  List<String> saidAfter(String... keys) {
    List<String> said = new ArrayList<>(List.of(text()));
    List<Line> before = before();
    int at = before.size() - 1;
    while (at >= 0
        && !before.get(at).isOfShopper()
        && AssistantTexts.isOneOf(before.get(at).text(), keys)) {
      at--;
      while (at >= 0 && before.get(at).isOfShopper()) {
        said.add(before.get(at).text());
        at--;
      }
    }
    return said;
  }

  /** What was said before; whoever asks may have put the question itself at its end. */
  private List<Line> before() {
    List<Line> all = question.before();
    int last = all.size() - 1;
    boolean isAsked =
        last >= 0 && all.get(last).isOfShopper() && all.get(last).text().equals(text());
    return isAsked ? all.subList(0, last) : all;
  }

  /** An answer with choices, the last of which is a person. */
  Answer answer(String text, String... choices) {
    return new Answer(
        text,
        Stream.concat(Stream.of(choices), Stream.of("choice.person")).map(texts::get).toList(),
        false);
  }

  /** One of the texts as an answer. */
  Answer say(String key, String... choices) {
    return answer(texts.get(key), choices);
  }
}
