package org.luoshi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Habits of the house that a compiler does not see. Each rule is also shown a class that breaks it, so that none can fall asleep. */
class HabitsTests {

    private static final Set<String> TIMES = Stream.of(
                    Instant.class,
                    LocalDate.class,
                    LocalDateTime.class,
                    LocalTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class,
                    Year.class)
            .map(Class::getName)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    private static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe("now() without a Clock", HabitsTests::isNowWithoutClock))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests set the clock");

    private static final ArchRule NO_OLD_DATES = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, java.util.Calendar.class)
            .because("java.time says what it means");

    private static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .because("a constructor shows what a class needs");

    private static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that(DescribedPredicate.not(
                    nameMatching("org\\.luoshi\\.LuoshiApplication").or(nameMatching(".*\\.SetUpLink"))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a log has levels; only commands of the console write there");

    private static final ArchRule NO_SECURITY_CONTEXT_IN_CORE = noClasses()
            .that(resideInAPackage("..core.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.security.core.context.SecurityContextHolder")
            .because("who acts is a parameter");

    private static final ArchRule ONLY_A_DEMONSTRATION_TURNS_THE_CLOCK = noClasses()
            .that(DescribedPredicate.not(
                    resideInAPackage("..demonstration..").or(resideInAPackage("org.luoshi.platform"))))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.luoshi.platform.Demonstration")
            .because("nobody else may write into the past");

    private static final List<ArchRule> RULES = List.of(
            TIME_COMES_FROM_THE_CLOCK,
            NO_OLD_DATES,
            NO_FIELD_INJECTION,
            NO_STANDARD_STREAMS,
            ONLY_A_DEMONSTRATION_TURNS_THE_CLOCK,
            NO_SECURITY_CONTEXT_IN_CORE);

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.luoshi");

    static List<ArchRule> rules() {
        return RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsIt(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    @Test
    void everyRuleButTheLastSeesABadHabit() {
        JavaClasses bad = new ClassFileImporter().importClasses(BadHabits.class);
        assertThat(RULES.subList(0, 5)).allMatch(rule -> rule.evaluate(bad).hasViolation());
    }

    private static boolean isNowWithoutClock(JavaCall<?> call) {
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        return call.getName().equals("now")
                && TIMES.contains(call.getTargetOwner().getName())
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    /** What nobody should write. */
    private static final class BadHabits {

        @Autowired
        private String injected = "";

        private final Date date = new Date();

        void turn(org.luoshi.platform.Demonstration demonstration) {
            demonstration.progress(0, 0);
        }

        void speak() {
            System.out.println(Instant.now() + injected + date);
        }
    }
}
