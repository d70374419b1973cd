package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every text of a page comes from the bundle, and the bundle holds nothing else. */
class PageTextTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CODE = Path.of("src/main/java");
  private static final Path BUNDLE =
      Path.of("src/main/resources/shop/emporium/web/messages.properties");
  private static final Path GERMAN =
      Path.of("src/main/resources/shop/emporium/web/messages_de.properties");

  private static final Set<String> SPOKEN = Set.of("title", "alt", "aria-label", "placeholder");
  private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern KEY = Pattern.compile("text\\['([^']+)']");
  private static final Pattern PREFIX = Pattern.compile("text\\['([^']+)'\\.concat\\(");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\s]+)\"");

  @Test
  void pagesHoldNoTextOfTheirOwn() throws Exception {
    List<String> found = new ArrayList<>();
    List<Path> pages = pages();
    assertThat(pages).hasSizeGreaterThan(20);
    for (Path page : pages) {
      look(parse(page).getDocumentElement(), page, found);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyKeyThatPagesUseIsInTheBundle() throws IOException {
    Set<String> used = new TreeSet<>();
    for (Path page : pages()) {
      used.addAll(matches(KEY, Files.readString(page)));
    }
    assertThat(used).hasSizeGreaterThan(50);
    assertThat(keys()).containsAll(used);
  }

  @Test
  void everyKeyOfTheBundleIsUsed() throws IOException {
    Set<String> used = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    for (Path page : pages()) {
      String source = Files.readString(page);
      used.addAll(matches(KEY, source));
      prefixes.addAll(matches(PREFIX, source));
    }
    for (Path source : files(CODE, ".java")) {
      Set<String> literals = matches(LITERAL, Files.readString(source));
      used.addAll(literals);
      // What code appends a word to, such as "checkout.declined.".
      literals.stream().filter(text -> text.matches("[a-z.-]+\\.")).forEach(prefixes::add);
    }
    Set<String> unused = keys();
    unused.removeAll(used);
    unused.removeIf(key -> prefixes.stream().anyMatch(key::startsWith));
    assertThat(unused).isEmpty();
  }

  @Test
  void everyTextIsThereInGermanWithTheSameValuesToFillIn() throws IOException {
    Properties english = bundle(BUNDLE);
    Properties german = bundle(GERMAN);
    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      String text = german.getProperty(key);
      assertThat(matches(PLACEHOLDER, text))
          .as("values in %s", key)
          .isEqualTo(matches(PLACEHOLDER, english.getProperty(key)));
      assertThat(text).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @Test
  void everyTextWithValuesIsAFormat() throws IOException {
    for (Path file : List.of(BUNDLE, GERMAN)) {
      Properties texts = bundle(file);
      for (String key : texts.stringPropertyNames()) {
        String text = texts.getProperty(key);
        if (text.contains("{")) {
          assertThatCode(
                  () -> new MessageFormat(text, Locale.GERMAN).format(new Object[] {2, 3, 4}))
              .as("%s in %s", key, file)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void pagesStayShortAndFreeOfInlineStyleAndScript() throws Exception {
    for (Path page : pages()) {
      assertThat(Files.readAllLines(page)).as("lines of %s", page).hasSizeLessThanOrEqualTo(80);
      NodeList all = parse(page).getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        assertThat(element.hasAttribute("style")).as("style in %s", page).isFalse();
        assertThat(element.getTagName()).as("element in %s", page).isNotEqualTo("style");
        if (element.getTagName().equals("script")) {
          assertThat(element.hasAttribute("src") || element.getAttribute("type").endsWith("json"))
              .as("script in %s", page)
              .isTrue();
        }
      }
    }
  }

  private static void look(Node node, Path page, List<String> found) {
    if (node.getNodeType() == Node.TEXT_NODE && isText(node.getNodeValue())) {
      found.add(page + ": " + node.getNodeValue().strip());
    }
    if (node instanceof Element element) {
      for (String name : SPOKEN) {
        if (isText(element.getAttribute(name))) {
          found.add(page + ": " + name + "=" + element.getAttribute(name));
        }
      }
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      look(child, page, found);
    }
  }

  private static boolean isText(String text) {
    return LETTER.matcher(EXPRESSION.matcher(text).replaceAll("")).find();
  }

  private static Document parse(Path page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(Files.readString(page))));
  }

  private static Set<String> matches(Pattern pattern, String source) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Set<String> keys() throws IOException {
    return new TreeSet<>(bundle(BUNDLE).stringPropertyNames());
  }

  private static Properties bundle(Path file) throws IOException {
    Properties bundle = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      bundle.load(reader);
    }
    return bundle;
  }

  private static List<Path> pages() throws IOException {
    return files(PAGES, ".xhtml");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }
}
