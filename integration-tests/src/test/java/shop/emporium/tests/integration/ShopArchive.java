package shop.emporium.tests.integration;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The one place that builds what tests deploy: the real EAR, with a test class added to its WAR.
 */
final class ShopArchive {

  /** One class of each library that tests inside the server use. */
  private static final List<Class<?>> LIBRARIES =
      List.of(Assertions.class, Awaitility.class, Matcher.class);

  /** What the sample shop is made of, and what is to be found in it. */
  private static final List<String> SAMPLE =
      List.of("catalogue.csv", "categories.csv", "synonyms.csv", "searches.csv");

  private ShopArchive() {}

  /** The EAR as it was built, plus these classes. */
  static EnterpriseArchive with(Class<?>... testClasses) {
    return with(List.of(), testClasses);
  }

  /** The same, plus the files of the sample shop as resources. */
  static EnterpriseArchive withSample(Class<?>... testClasses) {
    return with(SAMPLE, testClasses);
  }

  private static EnterpriseArchive with(List<String> files, Class<?>... testClasses) {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, new File(System.getProperty("test.ear")));
    WebArchive war = ear.getAsType(WebArchive.class, "emporium-web.war");
    war.addClasses(testClasses).addClass(Fixture.class);
    for (String file : files) {
      war.addAsResource(
          Path.of(System.getProperty("test.root"), "sample-data", file).toFile(),
          "sample-data/" + file);
    }
    for (Class<?> library : LIBRARIES) {
      war.addAsLibrary(
          new File(library.getProtectionDomain().getCodeSource().getLocation().getPath()));
    }
    ear.addAsModule(Testable.archiveToTest(war));
    return ear;
  }
}
