package io.greenqr.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the types look like that applications compile against. */
@AnalyzeClasses(packages = {Libraries.FORMAT, Libraries.VERIFY, Libraries.ISSUE})
class PublicApiTest {
  @ArchTest
  static final ArchRule noPublicRecords =
      noClasses()
          .that(arePublicApi())
          .should()
          .beRecords()
          .because(
              "a record's constructor is public, and D8 rejects public records of a library that"
                  + " is compiled on its own");

  @ArchTest
  static final ArchRule nobodyElseExtendsOurTypes =
      classes()
          .that(arePublicApi())
          .should(beClosedToSubclasses())
          .because("a subclass could be a verified pass that nobody verified");

  @ArchTest
  static final ArchRule signaturesShowOnlyOurTypesAndThePlatform =
      classes()
          .that(arePublicApi())
          .should(showOnlyExportedTypes())
          .because(
              "a type of BouncyCastle, CBOR-Java, ZXing or Jackson in a signature would make its"
                  + " version part of our API, and nobody can name an internal one");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveSimpleNameStartingWith("Default")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Service")
          .because("such a name tells how a class is used, or nothing, where it could tell what");

  /** Public types that an application can name: no part of the way to them is hidden. */
  private static DescribedPredicate<JavaClass> arePublicApi() {
    return resideOutsideOfPackage(Libraries.INTERNAL)
        .and(describe("are public in every enclosing type", PublicApiTest::isPublicAllTheWay))
        .as("are public API");
  }

  private static boolean isPublicAllTheWay(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(PublicApiTest::isPublicAllTheWay).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaClass> beClosedToSubclasses() {
    return new ArchCondition<>(
        "be final, sealed, an interface, an enum, or abstract with private constructors only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isClosed(type)) {
          events.add(violated(type, type.getDescription() + " can be extended by anyone"));
        }
      }
    };
  }

  private static boolean isClosed(JavaClass type) {
    Set<JavaModifier> modifiers = type.getModifiers();
    return modifiers.contains(JavaModifier.FINAL)
        || type.isInterface()
        || type.isEnum()
        // ArchUnit does not read the attribute that seals a class.
        || type.reflect().isSealed()
        || (modifiers.contains(JavaModifier.ABSTRACT)
            && type.getConstructors().stream()
                .allMatch(it -> it.getModifiers().contains(JavaModifier.PRIVATE)));
  }

  private static ArchCondition<JavaClass> showOnlyExportedTypes() {
    return new ArchCondition<>(
        "name only the platform's and our exported types in what they extend, take, give and"
            + " throw") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        report(type, type.getDescription(), supertypes(type), events);
        for (JavaMember member : type.getMembers()) {
          if (isVisible(member.getModifiers())) {
            report(type, member.getDescription(), signature(member), events);
          }
        }
      }
    };
  }

  private static void report(
      JavaClass type, String where, Stream<JavaType> shown, ConditionEvents events) {
    Set<String> foreign = new TreeSet<>();
    shown
        .flatMap(it -> it.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(it -> !isExportedOrPlatform(it))
        .forEach(it -> foreign.add(it.getName()));
    if (!foreign.isEmpty()) {
      events.add(violated(type, where + " shows " + foreign));
    }
  }

  private static Stream<JavaType> supertypes(JavaClass type) {
    return Stream.of(
            type.getSuperclass().stream(),
            type.getInterfaces().stream(),
            bounds(type.getTypeParameters().stream()))
        .flatMap(it -> it);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit codeUnit = (JavaCodeUnit) member;
    return Stream.of(
            codeUnit.getParameterTypes().stream(),
            Stream.of(codeUnit.getReturnType()),
            codeUnit.getExceptionTypes().stream(),
            bounds(codeUnit.getTypeParameters().stream()))
        .flatMap(it -> it);
  }

  private static Stream<JavaType> bounds(Stream<? extends JavaTypeVariable<?>> variables) {
    return variables.flatMap(it -> it.getUpperBounds().stream());
  }

  private static boolean isExportedOrPlatform(JavaClass type) {
    if (type.isPrimitive()) {
      return true;
    }
    String inside = type.getPackageName() + ".";
    return inside.startsWith("java.")
        || inside.startsWith("javax.crypto.")
        || inside.startsWith("javax.security.")
        || (inside.startsWith("io.greenqr.") && !inside.contains(".internal."));
  }
}
