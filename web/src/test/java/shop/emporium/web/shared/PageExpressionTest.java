package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.ExpressionFactory;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages say in their expressions can be read, and means what it seems to mean. */
class PageExpressionTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path CODE = Path.of("src/main/java");
  private static final Path TAGS = Path.of("src/main/webapp/WEB-INF/store.taglib.xml");

  private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
  private static final Pattern REPEATED = Pattern.compile("\\svar(?:Status)?=\"(\\w+)\"");
  private static final Pattern HANDED_IN = Pattern.compile("<ui:param name=\"(\\w+)\"");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "<function-name>(\\w+)</function-name>\\s*<function-class>([\\w.]+)</function-class>");
  private static final Pattern BEAN = Pattern.compile("@Named\\(\"(\\w+)\"\\)");

  /** Knows the functions of the shop's own tags. */
  private static final ELContext FUNCTIONS =
      new ELContext() {
        private final Map<String, Method> functions = functions();

        @Override
        public ELResolver getELResolver() {
          return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
          return new FunctionMapper() {
            @Override
            public Method resolveFunction(String prefix, String name) {
              return functions.get(name);
            }
          };
        }

        @Override
        public VariableMapper getVariableMapper() {
          return null;
        }
      };

  /** A page with a reserved word in it is told so by the server only when somebody opens it. */
  @Test
  void everyExpressionCanBeRead() throws IOException {
    ExpressionFactory factory = ExpressionFactory.newInstance();
    List<String> faults = new ArrayList<>();
    int read = 0;
    for (Path page : files(PAGES, ".xhtml")) {
      for (String expression : matches(EXPRESSION, Files.readString(page))) {
        try {
          factory.createValueExpression(FUNCTIONS, unescaped(expression), Object.class);
          read++;
        } catch (ELException unreadable) {
          faults.add(page + ": " + expression + ": " + unreadable.getMessage());
        }
      }
    }
    assertThat(read).isGreaterThan(500);
    assertThat(faults).isEmpty();
  }

  /** A bean is found before what is repeated or handed in, and that before what is repeated. */
  @Test
  void noNameHidesAnother() throws IOException {
    Set<String> beans = new TreeSet<>();
    for (Path source : files(CODE, ".java")) {
      beans.addAll(matches(BEAN, Files.readString(source)));
    }
    Set<String> repeated = new TreeSet<>();
    Set<String> handedIn = new TreeSet<>();
    for (Path page : files(PAGES, ".xhtml")) {
      repeated.addAll(matches(REPEATED, Files.readString(page)));
      handedIn.addAll(matches(HANDED_IN, Files.readString(page)));
    }
    assertThat(beans).hasSizeGreaterThan(10);
    assertThat(repeated).hasSizeGreaterThan(10).doesNotContainAnyElementsOf(beans);
    assertThat(handedIn)
        .hasSizeGreaterThan(10)
        .doesNotContainAnyElementsOf(beans)
        .doesNotContainAnyElementsOf(repeated);
  }

  private static Map<String, Method> functions() {
    Map<String, Method> functions = new HashMap<>();
    try {
      Matcher matcher = FUNCTION.matcher(Files.readString(TAGS));
      while (matcher.find()) {
        String name = matcher.group(1);
        Stream.of(Class.forName(matcher.group(2)).getMethods())
            .filter(method -> method.getName().equals(name))
            .forEach(method -> functions.put(name, method));
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    return functions;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static List<String> matches(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(matcher.groupCount()));
    }
    return found;
  }

  private static String unescaped(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
