package shop.emporium.ejb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.ejb.Schedule;
import jakarta.persistence.Entity;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

@AnalyzeClasses(
    packages = "shop.emporium.ejb",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static void knowsNoPages(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "shop.emporium.web..", "jakarta.faces..", "jakarta.servlet..", "jakarta.ws..")
        .check(classes);
  }

  @ArchTest
  static void keepsEntitiesInTheDomain(JavaClasses classes) {
    noClasses().should().beAnnotatedWith(Entity.class).check(classes);
  }

  /** A persistent timer would be kept in a file of one node, and a schedule is one unless told. */
  @ArchTest
  static void keepsNoTimerLongerThanItsNode(JavaClasses classes) {
    List<Method> scheduled =
        classes.stream()
            .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Schedule.class))
            .toList();
    assertThat(scheduled)
        .isNotEmpty()
        .allMatch(method -> !method.getAnnotation(Schedule.class).persistent());
  }

  @ArchTest
  static void hasNoCyclesBetweenFeatures(JavaClasses classes) {
    slices().matching("shop.emporium.ejb.(*)..").should().beFreeOfCycles().check(classes);
  }

  @ArchTest
  static void sharedKnowsNoFeature(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("..ejb.shared..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..ejb.catalog..", "..ejb.cart..", "..ejb.customer..")
        .check(classes);
  }

  @ArchTest
  static void keepsRepositoriesToTheirFeature(JavaClasses classes) {
    classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .or()
        .haveSimpleNameEndingWith("Queries")
        .should()
        .bePackagePrivate()
        .check(classes);
  }

  @ArchTest
  static void asksInfinispanInOnePlaceOnly(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage("..ejb.cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.infinispan..")
        .check(classes);
  }

  @ArchTest
  static void startsNoThreads(JavaClasses classes) {
    noClasses().should().callConstructor(Thread.class, Runnable.class).check(classes);
  }

  @ArchTest
  static void usesNoStandardStreams(JavaClasses classes) {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
  }

  @ArchTest
  static void theScanFoundTheClasses(JavaClasses classes) {
    assertThat(classes).hasSizeGreaterThan(25);
  }
}
