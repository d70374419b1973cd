import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Makes products out of words. The same seed and number make the same product, so that a catalogue of a hundred thousand
 * begins with that of a thousand. Only pictures depend on the shop: those that it has.
 */
final class Generator {

  /** Products are dated over the two years before. Fixed, so that the catalogue is the same on any day. */
  private static final Instant NEWEST = Instant.parse("2025-11-01T00:00:00Z");

  private static final Duration AGE = Duration.ofDays(730);

  private final Vocabulary vocabulary;
  private final Set<String> pictures;
  private final long seed;
  private final List<Vocabulary.Kind> shelves;
  private final List<Vocabulary.Kind> kinds;
  private final Zipf kindRanks;
  private final Zipf brandRanks;
  private final Texts texts;
  private final Variants variants;

  Generator(Vocabulary vocabulary, Set<String> pictures, long seed) {
    this.vocabulary = vocabulary;
    this.pictures = pictures;
    this.seed = seed;
    shelves = vocabulary.kinds().stream().filter(kind -> kind.parent().isEmpty()).toList();
    kinds = new ArrayList<>(vocabulary.kinds().stream().filter(kind -> !kind.isShelf()).toList());
    Collections.shuffle(kinds, new Random(seed));
    kindRanks = new Zipf(kinds.size(), 0.9);
    brandRanks = new Zipf(vocabulary.brands().size(), 1);
    texts = new Texts(vocabulary);
    variants = new Variants(vocabulary);
  }

  /** The product of this number, from 0. */
  Item item(long number) {
    Dice dice = new Dice(seed, number);
    Vocabulary.Kind kind = kinds.get(kindRanks.rank(dice.share()));
    int brand = brand(kind, brandRanks.rank(dice.share()));
    String brandName = vocabulary.brands().get(brand);
    String series = dice.of(vocabulary.words("series"));
    String material = dice.of(kind.materials());
    String noun = dice.of(kind.nouns());
    String edition = edition(dice, kind);
    String name = String.join(" ", List.of(brandName, series, edition, material, noun)).replace("  ", " ");
    // Unique, however often the words meet, and never a name alone: others' slugs are left to them.
    String code = Long.toString(46_656 + number, 36);
    String article = (code(brandName) + "-" + code(series) + "-" + code).toUpperCase(Locale.ROOT);
    List<String> options = variants.options(dice, kind);
    Instant created = NEWEST.minusSeconds((long) (dice.share() * AGE.toSeconds()));
    Instant updated = created.plusSeconds((long) (dice.share() * Duration.between(created, NEWEST).toSeconds()));
    boolean rated = dice.chance(0.8);
    return new Item(
        plain(name).replaceAll("[^a-z0-9]+", "-") + "-" + code,
        name,
        brand,
        kind,
        noun,
        texts.description(dice, new Texts.Subject(name, brandName, series, noun, material)),
        texts.tags(dice, noun, material),
        texts.specifications(dice, kind, material),
        options,
        variants.of(dice, kind, options, article, number),
        pictures(dice, kind),
        rated ? (int) Math.round(490 - 390 * Math.pow(dice.share(), 3)) : 0,
        rated ? (int) Math.ceil(Math.pow(dice.share(), 6) * 3_000) : 0,
        created,
        updated);
  }

  /** Technical things have a model's number now and then: thousands of words that stand in few names. */
  private String edition(Dice dice, Vocabulary.Kind kind) {
    if (List.of("device", "gear", "kitchen").contains(kind.group()) && dice.chance(0.4)) {
      return (char) ('A' + dice.between(0, 26)) + String.valueOf(dice.between(10, 1_000));
    }
    return dice.of(vocabulary.words("edition"));
  }

  /** Each part of the shop has other brands at its top. */
  private int brand(Vocabulary.Kind kind, int rank) {
    int shelf = shelves.indexOf(vocabulary.top(kind));
    return (rank * 137 + shelf * 67) % vocabulary.brands().size();
  }

  /** One to three of the sample's pictures: of the kind itself, then of what stands in the same part of the shop. */
  private List<String> pictures(Dice dice, Vocabulary.Kind kind) {
    List<String> fitting = new ArrayList<>(kind.pictures());
    for (Vocabulary.Kind other : vocabulary.kinds()) {
      if (vocabulary.top(other).equals(vocabulary.top(kind))) {
        fitting.addAll(other.pictures());
      }
    }
    int wanted = dice.between(1, 4);
    List<String> found = fitting.stream().distinct().filter(pictures::contains).limit(wanted).toList();
    return found.isEmpty() ? pictures.stream().limit(wanted).toList() : found;
  }

  private static String code(String name) {
    String letters = plain(name).replaceAll("[^a-z]", "");
    return letters.substring(0, Math.min(3, letters.length()));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }
}
