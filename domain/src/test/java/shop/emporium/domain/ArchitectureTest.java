package shop.emporium.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

@AnalyzeClasses(
    packages = "shop.emporium.domain",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static void knowsNoContainer(JavaClasses classes) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.ejb..",
            "jakarta.enterprise..",
            "jakarta.inject..",
            "jakarta.servlet..",
            "org.hibernate..",
            "java.sql..")
        .check(classes);
  }

  @ArchTest
  static void hasNoCyclesBetweenFeatures(JavaClasses classes) {
    slices().matching("shop.emporium.domain.(*)..").should().beFreeOfCycles().check(classes);
  }

  @ArchTest
  static void sharedKnowsNoFeature(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("..domain.shared..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..domain.catalog..", "..domain.cart..", "..domain.customer..")
        .check(classes);
  }

  @ArchTest
  static void keepsNoMoneyInBinaryFractions(JavaClasses classes) {
    fields()
        .should()
        .notHaveRawType(double.class)
        .andShould()
        .notHaveRawType(float.class)
        .check(classes);
  }

  @ArchTest
  static void calculatesNothingInBinaryFractions(JavaClasses classes) {
    methods()
        .should()
        .notHaveRawReturnType(double.class)
        .andShould()
        .notHaveRawReturnType(float.class)
        .check(classes);
  }

  @ArchTest
  static void usesNoStandardStreams(JavaClasses classes) {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
  }

  @ArchTest
  static void theScanFoundTheClasses(JavaClasses classes) {
    assertThat(classes).hasSizeGreaterThan(15);
  }
}
