package io.chargeproof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.chargeproof.check.Verifies;
import io.chargeproof.cli.SandboxRun;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.scenario.FeatureFiles;
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
        return FeatureFiles.pickles(Path.of("client-features")).stream()
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
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.chargeproof")) {
            if (each.isAnnotatedWith(Verifies.class)) {
                Arrays.stream(each.getAnnotationOfType(Verifies.class).value())
                        .forEach(id -> checks.computeIfAbsent(id, key -> new TreeSet<>())
                                .add(each.getSimpleName()));
            }
        }
        return checks;
    }

    private static Set<String> ids(Collection<Requirement> rows) {
        return rows.stream().map(row -> row.id().value()).collect(Collectors.toCollection(TreeSet::new));
    }
}
