package io.greenqr.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaConstructor.CONSTRUCTOR_NAME;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.Security;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Who may know whom, and what the libraries that phones and scanners embed must never touch. */
@AnalyzeClasses(packages = {Libraries.FORMAT, Libraries.VERIFY, Libraries.ISSUE})
class ArchitectureTest {
  private static final String FORMAT = Libraries.FORMAT + "..";
  private static final String VERIFY = Libraries.VERIFY + "..";
  private static final String ISSUE = Libraries.ISSUE + "..";

  /** By name: another class that touches files must be noticed. */
  private static final String THE_FILE_STORE = "io.greenqr.verify.trust.FileTrustStore";

  @ArchTest
  static final ArchRule formatKnowsNeitherOfTheOthers =
      noClasses()
          .that()
          .resideInAPackage(FORMAT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(VERIFY, ISSUE)
          .because("the format is what issuing and verifying share, and stands below both");

  @ArchTest
  static final ArchRule verifyingNeverMeetsIssuing =
      noClasses()
          .that()
          .resideInAPackage(VERIFY)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ISSUE)
          .because("a scanner must not carry code that signs");

  @ArchTest
  static final ArchRule issuingNeverMeetsVerifying =
      noClasses()
          .that()
          .resideInAPackage(ISSUE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(VERIFY)
          .because("an issuer that checks itself with its own code proves nothing to scanners");

  @ArchTest
  static final ArchRule internalsOfFormatImportNothingAboveThemselves =
      internalsImportNothingAboveThemselves(Libraries.FORMAT);

  @ArchTest
  static final ArchRule internalsOfVerifyImportNothingAboveThemselves =
      internalsImportNothingAboveThemselves(Libraries.VERIFY);

  @ArchTest
  static final ArchRule internalsOfIssueImportNothingAboveThemselves =
      internalsImportNothingAboveThemselves(Libraries.ISSUE);

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices()
          .matching("io.greenqr.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a cycle can only be understood, tested and changed together");

  @ArchTest
  static final ArchRule noNetwork =
      noClasses()
          .that()
          .resideInAnyPackage(FORMAT, VERIFY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "javax.naming..")
          .because("a pass is verified with no network, and content must not make us open one");

  @ArchTest
  static final ArchRule noFiles =
      noClasses()
          .that()
          .resideInAnyPackage(FORMAT, VERIFY)
          .and()
          .doNotHaveFullyQualifiedName(THE_FILE_STORE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..")
                  .and(not(belongToAnyOf(inMemory())))
                  .as("read or write files, streams or serialized objects"))
          .because(
              "what is stored, and where, is the application's, and bytes come in as arguments; only"
                  + " FileTrustStore, which an application chooses, keeps trust in a file itself");

  @ArchTest
  static final ArchRule noOutput =
      noClasses()
          .that()
          .resideInAnyPackage(FORMAT, VERIFY)
          .should(ACCESS_STANDARD_STREAMS)
          .because("a line on the console may carry personal data to a place nobody guards");

  @ArchTest
  static final ArchRule noLogging =
      noClasses()
          .that()
          .resideInAnyPackage(FORMAT, VERIFY)
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.util.logging..")
                  .or(assignableTo(System.Logger.class))
                  .as("write logs"))
          .because("results say all there is to say; a log would keep what a pass shows");

  @ArchTest
  static final ArchRule noDesktop =
      noClasses()
          .that()
          .resideInAnyPackage(FORMAT, VERIFY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..", "java.beans..")
          .because("Android has none of them");

  @ArchTest
  static final ArchRule noWallClock =
      noClasses()
          .that()
          .resideInAnyPackage(FORMAT, VERIFY)
          .should()
          .accessTargetWhere(readsTheWallClock())
          .because("the clock is injected: a test, or a scanner with a better one, must set it");

  @ArchTest
  static final ArchRule noGlobalProvider =
      noClasses()
          .should()
          .accessTargetWhere(changesTheProvidersOfTheProcess())
          .because("a library that installs a security provider changes its whole host");

  /** A module's internals may use the modules below it, and of their own only the bottom. */
  private static ArchRule internalsImportNothingAboveThemselves(String module) {
    return noClasses()
        .that()
        .resideInAPackage(module + ".internal..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(module + "..")
                .and(not(resideInAnyPackage(module + ".internal..", module + ".fault")))
                .as("are of the same module, neither internal nor in its bottom package"))
        .because("internals serve the public types: an arrow upwards would tie both together")
        .allowEmptyShould(true);
  }

  /** The only types of {@code java.io} that touch nothing outside the memory. */
  private static Class<?>[] inMemory() {
    return new Class<?>[] {
      IOException.class,
      UncheckedIOException.class,
      Serializable.class,
      ByteArrayInputStream.class,
      ByteArrayOutputStream.class
    };
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
    return describe(
        "the call reads the wall clock", access -> readsTheWallClock(access.getTarget()));
  }

  private static boolean readsTheWallClock(AccessTarget target) {
    JavaClass owner = target.getOwner();
    String name = target.getName();
    if (owner.isEquivalentTo(System.class)) {
      return name.equals("currentTimeMillis");
    }
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || (name.startsWith("tick") && !takesAClock(target));
    }
    if (owner.isEquivalentTo(Date.class)) {
      return name.equals(CONSTRUCTOR_NAME) && parameters(target).isEmpty();
    }
    if (owner.isAssignableTo(Calendar.class)) {
      return name.equals("getInstance") || name.equals(CONSTRUCTOR_NAME);
    }
    return owner.getPackageName().startsWith("java.time")
        && name.equals("now")
        && !takesAClock(target);
  }

  private static boolean takesAClock(AccessTarget target) {
    return parameters(target).stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static List<JavaClass> parameters(AccessTarget target) {
    return target instanceof CodeUnitAccessTarget codeUnit
        ? codeUnit.getRawParameterTypes()
        : List.of();
  }

  private static DescribedPredicate<JavaAccess<?>> changesTheProvidersOfTheProcess() {
    Set<String> changes = Set.of("addProvider", "insertProviderAt", "removeProvider");
    return describe(
        "the call changes the security providers of the process",
        access ->
            access.getTargetOwner().isEquivalentTo(Security.class)
                && changes.contains(access.getName()));
  }
}
