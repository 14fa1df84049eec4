package io.chargeproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house to its rules, and the rules to a house that breaks each of them. */
class ArchitectureTest {
    private static final String HOUSE = "io.chargeproof";
    private static final String WRONG_HOUSE = "io.chargeproof.architecture.wrong";

    /** Which class of the wrong house each rule must name. */
    private static final Map<String, String> CULPRITS = Map.ofEntries(
            Map.entry("each class has a room", "attic.Lost"),
            Map.entry("rooms use their neighbours only", "exchange.LooksBack"),
            Map.entry("packages are free of cycles", "api.evcnet"),
            Map.entry("the sandbox stands alone", "sandbox.KnowsTheChecks"),
            Map.entry("no API knows another", "api.evcnet.KnowsTheOther"),
            Map.entry("made-up clients know no rule", "traffic.seeded.KnowsTheRule"),
            Map.entry("server sockets have one home", "check.OpensASocket"),
            Map.entry("REST Assured has one home", "check.UsesEveryLibrary"),
            Map.entry("Pact has one home", "check.UsesEveryLibrary"),
            Map.entry("Allure has one home", "check.UsesEveryLibrary"),
            Map.entry("Cucumber has three homes", "check.UsesEveryLibrary"),
            Map.entry("the JUnit Platform has one home", "check.UsesEveryLibrary"),
            Map.entry("cli alone prints", "check.TalksAndLeaves"),
            Map.entry("cli alone exits", "check.TalksAndLeaves"),
            Map.entry("nothing static changes", "check.Remembers"),
            Map.entry("names say what a class is", "check.FindingUtils"),
            Map.entry("classes are closed", "check.Open"),
            Map.entry("no class extends one of ours", "check.Heir"),
            Map.entry("packages are null-marked", "check.Open"));

    @Test
    void sees_the_house() {
        assertThat(house().contain("io.chargeproof.exchange.Transport")).isTrue();
        assertThat(house().contain(ArchitectureTest.class)).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        JavaClasses house = house();
        return HouseRules.of(HOUSE).entrySet().stream()
                .map(each -> dynamicTest(each.getKey(), () -> each.getValue().check(house)));
    }

    @TestFactory
    Stream<DynamicTest> fails_on_the_wrong_house() {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG_HOUSE);
        return HouseRules.of(WRONG_HOUSE).entrySet().stream()
                .map(each -> dynamicTest(each.getKey(), () -> {
                    EvaluationResult result = each.getValue().evaluate(wrong);
                    assertThat(result.hasViolation()).isTrue();
                    assertThat(result.getFailureReport().toString())
                            .contains(CULPRITS.get(each.getKey()))
                            .contains("because");
                }));
    }

    @Test
    void says_what_is_wrong_and_why() {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG_HOUSE + ".check");

        EvaluationResult result =
                HouseRules.of(WRONG_HOUSE).get("nothing static changes").evaluate(wrong);

        assertThat(result.getFailureReport().getDetails())
                .containsExactlyInAnyOrder(
                        WRONG_HOUSE + ".check.Remembers.last is static and can change",
                        WRONG_HOUSE + ".check.Remembers.all is static and can change");
    }

    private static JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(HOUSE);
    }
}
