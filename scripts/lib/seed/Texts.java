import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written about a product: description, tags and data sheet. */
final class Texts {

  /** What a sentence may speak of. */
  record Subject(String name, String brand, String series, String noun, String material) {}

  private final Vocabulary vocabulary;

  Texts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Two paragraphs and a list, 400 to 900 characters of HTML. */
  String description(Dice dice, Subject subject) {
    List<String> middle = dice.some(vocabulary.words("text.middle"), 3);
    StringBuilder html = new StringBuilder("<p>").append(fill(dice, dice.of(vocabulary.words("text.opening")), subject));
    html.append(' ').append(fill(dice, middle.get(0), subject)).append("</p><ul>");
    for (String point : dice.some(vocabulary.words("text.point"), dice.between(3, 6))) {
      html.append("<li>").append(fill(dice, point, subject)).append("</li>");
    }
    html.append("</ul><p>").append(fill(dice, middle.get(1), subject)).append(' ');
    if (dice.chance(0.5)) {
      html.append(fill(dice, middle.get(2), subject)).append(' ');
    }
    return html.append(fill(dice, dice.of(vocabulary.words("text.closing")), subject)).append("</p>").toString();
  }

  private String fill(Dice dice, String sentence, Subject subject) {
    return sentence
        .replace("{name}", subject.series() + " " + subject.noun())
        .replace("{brand}", subject.brand())
        .replace("{series}", subject.series())
        .replace("{noun}", inSentence(subject.noun()))
        .replace("{material}", subject.material())
        .replace("{use}", dice.of(vocabulary.words("use")));
  }

  /** Small letters, save in words such as USB or T-Shirt. */
  private static String inSentence(String noun) {
    return Stream.of(noun.split(" "))
        .map(word -> word.chars().filter(Character::isUpperCase).count() > 1 ? word : word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  List<String> tags(Dice dice, String noun, String material) {
    Set<String> tags = new LinkedHashSet<>(dice.some(vocabulary.words("tag"), dice.between(1, 4)));
    tags.add(noun.substring(noun.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    if (dice.chance(0.5)) {
      tags.add(material.toLowerCase(Locale.ROOT));
    }
    if (dice.chance(0.03)) {
      tags.add("bestseller");
    }
    if (dice.chance(0.02)) {
      tags.add("new");
    }
    return List.copyOf(tags);
  }

  /** Three to five lines. */
  List<Item.Specification> specifications(Dice dice, Vocabulary.Kind kind, String material) {
    List<Item.Specification> lines = new ArrayList<>();
    lines.add(new Item.Specification(kind.group().equals("device") ? "Build" : "Material", material));
    List<String> names = vocabulary.words("group." + kind.group());
    for (String name : names.subList(0, dice.between(2, names.size() + 1))) {
      lines.add(new Item.Specification(name, value(dice, name)));
    }
    return lines;
  }

  private String value(Dice dice, String name) {
    return switch (name) {
      case "Dimensions" -> dice.between(5, 90) + " × " + dice.between(5, 60) + " × " + dice.between(2, 40) + " cm";
      case "Weight" -> dice.between(5, 400) * 10 + " g";
      default -> dice.of(vocabulary.words(name.toLowerCase(Locale.ROOT).replace(" ", "")));
    };
  }
}
