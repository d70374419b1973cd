package shop.emporium.tests.integration;

import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import shop.emporium.tests.authenticator.SoftAuthenticator;
import shop.emporium.tests.purchase.Purchases;

/**
 * What is deployed, once for all test classes ({@code arquillian.xml} says so): the real EAR, with
 * the tests and the files of the sample shop in its WAR.
 */
final class ShopArchive {

  /** One class of each library that tests inside the server use. */
  private static final List<Class<?>> LIBRARIES =
      List.of(Assertions.class, Awaitility.class, Matcher.class, GreenMail.class);

  /** What the sample shop is made of, and what is to be found in it. */
  private static final List<String> SAMPLE =
      List.of("catalogue.csv", "categories.csv", "synonyms.csv", "searches.csv");

  private ShopArchive() {}

  @Deployment
  static EnterpriseArchive ear() {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(
            EnterpriseArchive.class, new File(System.getProperty("test.ear")));
    WebArchive war = ear.getAsType(WebArchive.class, "emporium-web.war");
    for (Class<?> here : List.of(ShopArchive.class, Purchases.class, SoftAuthenticator.class)) {
      war.addPackage(here.getPackage());
    }
    // The JDK's small server is no part of Jakarta EE, so a deployment has to ask for it.
    war.setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: jdk.httpserver\n"));
    for (String file : SAMPLE) {
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
