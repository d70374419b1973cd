import java.util.ArrayList;
import java.util.List;

/** The forms in which a product is sold: colours and sizes, prices and stock. */
final class Variants {

  /** How many, and for two options how many values of each. About two on average. */
  private static final int[][] SHAPES = {{1, 1}, {2, 1}, {1, 2}, {1, 3}, {2, 2}, {2, 3}, {2, 4}};

  private static final double[] UP_TO = {0.42, 0.56, 0.7, 0.8, 0.9, 0.96, 1};

  private final Vocabulary vocabulary;

  Variants(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The names of the options; none for every fifth product. */
  List<String> options(Dice dice, Vocabulary.Kind kind) {
    return dice.chance(0.2) ? List.of() : kind.options();
  }

  List<Item.Variant> of(Dice dice, Vocabulary.Kind kind, List<String> options, String article, long number) {
    long price = price(dice, kind);
    double before = dice.chance(0.15) ? 1.1 + dice.share() * 0.5 : 0;
    boolean soldOut = dice.chance(0.04);
    int grams = (int) (50 * Math.exp(dice.share() * 5));
    List<Item.Variant> made = new ArrayList<>();
    for (List<String> values : choices(dice, options)) {
      long dearer = dear(price * (1 + 0.2 * steps(options, values)));
      made.add(
          new Item.Variant(
              made.isEmpty() ? article : article + "-" + (made.size() + 1),
              values,
              dearer,
              before == 0 ? 0 : dear(dearer * before) + 100,
              soldOut ? 0 : stock(dice),
              grams,
              barcode(number * 8 + made.size())));
    }
    return made;
  }

  /** All combinations of a few values of each option; one variant without values when there are no options. */
  private List<List<String>> choices(Dice dice, List<String> options) {
    if (options.isEmpty()) {
      return List.of(List.of());
    }
    double share = dice.share();
    int shape = 0;
    while (share >= UP_TO[shape]) {
      shape++;
    }
    if (options.size() == 1) {
      return values(dice, options.get(0), SHAPES[shape][0] * SHAPES[shape][1]).stream().map(List::of).toList();
    }
    List<List<String>> choices = new ArrayList<>();
    List<String> second = values(dice, options.get(1), SHAPES[shape][1]);
    for (String first : values(dice, options.get(0), SHAPES[shape][0])) {
      second.forEach(value -> choices.add(List.of(first, value)));
    }
    return choices;
  }

  private List<String> values(Dice dice, String option, int count) {
    List<String> all = vocabulary.words("option." + option);
    int possible = Math.min(count, all.size());
    return option.equals("Colour") ? dice.some(all, possible) : dice.run(all, possible);
  }

  /** How many steps above the smallest a variant is, in those options that cost. */
  private int steps(List<String> options, List<String> values) {
    int steps = 0;
    for (int i = 0; i < values.size(); i++) {
      if (vocabulary.words("dearer").contains(options.get(i))) {
        steps += vocabulary.words("option." + options.get(i)).indexOf(values.get(i));
      }
    }
    return steps;
  }

  /** Most near the lower end of what the kind costs. */
  private static long price(Dice dice, Vocabulary.Kind kind) {
    double place = dice.share() * dice.share();
    return Math.round(kind.lowestMinor() * Math.pow((double) kind.highestMinor() / kind.lowestMinor(), place));
  }

  /** As prices are written: whole euros, or five cents below; at most 3,000. */
  private static long dear(double price) {
    long euros = Math.max(3, Math.min(3_000, Math.round(price / 100)));
    return euros < 100 ? euros * 100 - 5 : euros * 100;
  }

  private static int stock(Dice dice) {
    double share = dice.share();
    if (share < 0.042) {
      return 0;
    }
    return share < 0.15 ? dice.between(1, 5) : dice.between(5, 200);
  }

  /** An EAN-13 from the range for use inside a shop. */
  private static String barcode(long number) {
    String digits = "29" + String.format("%010d", number);
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }
}
