package io.chargeproof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chargeproof.api.evcnet.CustomerRuleSteps;
import io.chargeproof.api.oioi.UserRuleSteps;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Verifies;
import io.chargeproof.cli.SandboxRun;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.scenario.AnswerRules;
import io.chargeproof.scenario.FeatureFiles;
import io.cucumber.java.en.Then;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One ID in four places: a row of the catalogue, a rule of a feature, a check, a line of the report. */
class TraceabilityTest {
    /** Also what is almost an ID, so that a slip of the pen is seen. */
    private static final Pattern LIKE_AN_ID = Pattern.compile("(?i)(evc|oioi)[-_].*\\d.*");

    private static final List<Requirement> ROWS = RequirementCatalogue.shipped().all();

    private static final List<Requirement> CLIENT_ROWS =
            RequirementCatalogue.ofClients().all();

    @Test
    void each_row_that_can_be_decided_has_a_scenario_and_each_scenario_a_row() {
        assertThat(rules())
                .isEqualTo(ids(
                        ROWS.stream().filter(row -> row.undecidable() == null).toList()));
    }

    @Test
    void tags_that_look_like_an_id_are_one() {
        assertThat(FeatureFiles.pickles().stream()
                        .flatMap(pickle -> pickle.getTags().stream())
                        .map(tag -> tag.getName().substring(1))
                        .filter(tag -> LIKE_AN_ID.matcher(tag).matches())
                        .collect(Collectors.toSet()))
                .isEqualTo(rules());
    }

    @Test
    void a_row_that_no_black_box_can_decide_says_why() {
        assertThat(ROWS).allSatisfy(row -> {
            if (row.undecidable() != null) {
                assertThat(row.undecidable()).as(row.id().value()).isNotBlank();
            }
        });
    }

    @Test
    void each_must_and_should_has_a_check() {
        Set<String> judged = ids(ROWS.stream()
                .filter(row -> row.level() != RequirementLevel.OBSERVE && row.undecidable() == null)
                .toList());
        assertThat(checks().keySet()).containsAll(judged);
    }

    @Test
    void each_check_decides_rows_that_there_are() {
        Map<String, Set<String>> checks = checks();
        assertThat(checks).isNotEmpty();
        assertThat(Stream.of(ROWS, CLIENT_ROWS).flatMap(rows -> ids(rows).stream()))
                .containsAll(checks.keySet());
    }

    /** What holds of every answer is judged wherever a scenario sends; whose ID a scenario bears, its steps say. */
    @Test
    void scenarios_say_each_rule_on_answers_that_they_bear_the_id_of() {
        Map<String, Set<String>> sentences = new TreeMap<>();
        RecordedRules rules = new RecordedRules();
        for (Object steps : List.of(new CustomerRuleSteps(rules), new UserRuleSteps(rules))) {
            for (Method sentence : steps.getClass().getDeclaredMethods()) {
                Then then = sentence.getAnnotation(Then.class);
                if (then != null) {
                    sentences.put(then.value(), rules.of(sentence, steps));
                }
            }
        }
        Set<String> byInvariantsAlone = byInvariantsAlone();
        assertThat(byInvariantsAlone)
                .contains("EVC-HTTP-2", "OIOI-RESULT-1")
                .doesNotContain("EVC-CARD-1", "OIOI-GET-1");

        assertThat(FeatureFiles.pickles()).isNotEmpty().allSatisfy(pickle -> {
            Set<String> said = pickle.getSteps().stream()
                    .flatMap(step -> sentences.getOrDefault(step.getText(), Set.of()).stream())
                    .collect(Collectors.toSet());
            assertThat(said)
                    .as(pickle.getUri() + " " + pickle.getName())
                    .containsAll(pickle.getTags().stream()
                            .map(tag -> tag.getName().substring(1))
                            .filter(byInvariantsAlone::contains)
                            .toList());
        });
    }

    /** Notes which rules a sentence speaks of. */
    private static final class RecordedRules implements AnswerRules {
        private final Set<String> held = new TreeSet<>();

        @Override
        public void hold(Class<?>... invariants) {
            Arrays.stream(invariants)
                    .map(each -> each.getAnnotation(Verifies.class).value())
                    .forEach(ids -> held.addAll(List.of(ids)));
        }

        Set<String> of(Method sentence, Object steps) {
            held.clear();
            try {
                sentence.invoke(steps);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
            return Set.copyOf(held);
        }
    }

    /** The rows that no check decides but those that look at every answer. */
    private static Set<String> byInvariantsAlone() {
        Set<String> rows = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        verifying()
                .forEach(check -> (check.isAssignableTo(Invariant.class) ? rows : others)
                        .addAll(List.of(
                                check.getAnnotationOfType(Verifies.class).value())));
        rows.removeAll(others);
        return rows;
    }

    @Test
    void each_row_on_clients_has_a_check_and_stands_apart() {
        assertThat(checks().keySet()).containsAll(ids(CLIENT_ROWS));
        assertThat(CLIENT_ROWS)
                .hasSize(23)
                .allSatisfy(row -> assertThat(row.id().subject()).isEqualTo("client"));
        assertThat(ROWS).allSatisfy(row -> assertThat(row.id().subject()).isEqualTo("provider"));
    }

    @Test
    void each_row_on_clients_has_a_scenario_that_breaks_it_and_one_that_keeps_it() {
        assertThat(lastSteps("it breaks ")).isEqualTo(ids(CLIENT_ROWS));
        assertThat(lastSteps("it keeps ")).isEqualTo(ids(CLIENT_ROWS));
    }

    /** The rows of scenarios that end in these words and the row's own ID. */
    private static Set<String> lastSteps(String words) {
        return FeatureFiles.pickles(Path.of("src/client-features")).stream()
                .filter(pickle -> pickle.getTags().stream()
                        .map(tag -> words + tag.getName().substring(1))
                        .anyMatch(pickle.getSteps()
                                .get(pickle.getSteps().size() - 1)
                                .getText()::equals))
                .flatMap(pickle -> pickle.getTags().stream())
                .map(tag -> tag.getName().substring(1))
                .filter(RequirementId::isOne)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void each_row_is_a_line_of_the_report_and_each_line_a_row() {
        assertThat(lines().keySet()).isEqualTo(ids(ROWS));
    }

    @Test
    void each_row_that_can_be_decided_is_judged_in_a_run() {
        Map<String, JsonNode> lines = lines();
        assertThat(rules()).allSatisfy(id -> {
            assertThat(lines.get(id).path("checks").asInt()).as(id).isPositive();
            assertThat(lines.get(id).path("scenarios").size()).as(id).isPositive();
        });
    }

    private static Set<String> rules() {
        return FeatureFiles.pickles().stream()
                .flatMap(pickle -> pickle.getTags().stream())
                .map(tag -> tag.getName().substring(1))
                .filter(RequirementId::isOne)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, JsonNode> lines() {
        Map<String, JsonNode> lines = new TreeMap<>();
        SandboxRun.conformance()
                .path("requirements")
                .forEach(line -> lines.put(line.path("id").asString(), line));
        return lines;
    }

    /** The names of the checks that decide each requirement. */
    private static Map<String, Set<String>> checks() {
        Map<String, Set<String>> checks = new TreeMap<>();
        verifying()
                .forEach(check -> Arrays.stream(
                                check.getAnnotationOfType(Verifies.class).value())
                        .forEach(id -> checks.computeIfAbsent(id, key -> new TreeSet<>())
                                .add(check.getSimpleName())));
        return checks;
    }

    private static Stream<JavaClass> verifying() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.chargeproof")
                        .stream()
                        .filter(each -> each.isAnnotatedWith(Verifies.class));
    }

    private static Set<String> ids(Collection<Requirement> rows) {
        return rows.stream().map(row -> row.id().value()).collect(Collectors.toCollection(TreeSet::new));
    }
}
