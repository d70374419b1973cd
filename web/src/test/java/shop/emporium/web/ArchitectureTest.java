package shop.emporium.web;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * What the edge may know: records of the services, never an entity, and each feature only
 * downwards.
 */
class ArchitectureTest {

  private static final String ENTITY = "jakarta.persistence.Entity";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("shop.emporium.web");

  @Test
  void theScanFindsTheModule() {
    assertThat(classes).hasSizeGreaterThan(10);
  }

  @Test
  void knowsNothingOfPersistence() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.persistence..")
        .check(classes);
  }

  /** Limits such as {@code Cart.MAX_QUANTITY} are constants and may be read; nothing else may. */
  @Test
  void readsOfEntitiesOnlyTheConstants() {
    DescribedPredicate<HasOwner<JavaClass>> ofEntity = owner(annotatedWith(ENTITY));
    noClasses().should().callMethodWhere(target(ofEntity)).check(classes);
    noClasses().should().callConstructorWhere(target(ofEntity)).check(classes);
    noFields().should().haveRawType(annotatedWith(ENTITY)).check(classes);
    noMethods().should().haveRawReturnType(annotatedWith(ENTITY)).check(classes);
  }

  @Test
  void featuresAreFreeOfCycles() {
    slices().matching("shop.emporium.web.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void sharedKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage("shop.emporium.web.shared..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("shop.emporium.web.*..")
                .and(resideOutsideOfPackage("shop.emporium.web.shared..")))
        .check(classes);
  }

  @Test
  void theInterfaceHasEveryResourceButTheOperators() {
    assertThat(
            classes.stream()
                .filter(one -> one.isAnnotatedWith("jakarta.ws.rs.Path"))
                .filter(one -> !one.getPackageName().endsWith(".admin"))
                .map(JavaClass::reflect)
                .toList())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(new ApiApplication().getClasses()).contains(one));
  }

  @Test
  void leavesThreadsAndStreamsAlone() {
    noClasses().should().callConstructor(Thread.class).check(classes);
    noClasses().should().callConstructor(Thread.class, Runnable.class).check(classes);
    noClasses().should().callConstructor(Thread.class, Runnable.class, String.class).check(classes);
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(classes);
  }
}
