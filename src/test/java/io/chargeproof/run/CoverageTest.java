package io.chargeproof.run;

import static io.chargeproof.run.Recordings.OTHER;
import static io.chargeproof.run.Recordings.ROW;
import static io.chargeproof.run.Recordings.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CoverageTest {
    private static final Coverage ROWS = new Coverage(List.of(
            new Coverage.Row(
                    row(ROW, RequirementLevel.MUST),
                    List.of("features/evc-net/cards.feature", "features/mine.feature"),
                    List.of("CardIsAttached", "CardIsKept")),
            new Coverage.Row(row(OTHER, RequirementLevel.OBSERVE, "nobody sees it"), List.of(), List.of())));

    @TempDir
    Path temporary;

    @Test
    void is_a_table_for_a_terminal() {
        assertThat(ROWS.table().lines())
                .containsExactly("EVC-CARD-1      MUST    It is so.", "OIOI-GET-10     OBSERVE It is so.");
    }

    @Test
    void is_a_page_beside_the_features() {
        assertThat(ROWS.markdown("chargeproof requirements")).isEqualTo("""
                # What is required, and what decides it

                Each requirement has its rule in a feature and at least one check. Where no black box can decide one, it
                has a reason instead. Made by `chargeproof requirements`.

                | requirement | level | states | feature | checks |
                |---|---|---|---|---|
                | EVC-CARD-1 | MUST | It is so. | [evc-net/cards](evc-net/cards.feature), [mine](mine.feature) | CardIsAttached, CardIsKept |
                | OIOI-GET-10 | OBSERVE | It is so. | none: nobody sees it | recorded |
                """);
    }

    @Test
    void is_json_for_programs() {
        JsonNode rows = JsonMapper.shared().readTree(ROWS.json());

        assertThat(ROWS.json()).endsWith("]\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).isEqualTo(JsonMapper.shared().readTree("""
                {
                  "id": "EVC-CARD-1", "level": "MUST", "statement": "It is so.", "source": "the document",
                  "scenarios": ["features/evc-net/cards.feature", "features/mine.feature"],
                  "checks": ["CardIsAttached", "CardIsKept"]
                }"""));
    }

    @Test
    void says_which_scenarios_and_checks_decide_a_requirement() throws IOException {
        Path folder = Files.createDirectories(temporary.toRealPath().resolve("own"));
        Files.writeString(folder.resolve("cards.feature"), """
                @evc-net
                Feature: Cards
                  @EVC-CARD-1
                  Scenario: One
                    When it is
                  @EVC-CARD-1
                  Scenario: Two
                    When it is
                """);

        Coverage coverage = Coverage.of(folder);

        assertThat(coverage.rows())
                .extracting(Coverage.Row::requirement)
                .isEqualTo(RequirementCatalogue.shipped().all());
        assertThat(rowOf(coverage, "EVC-CARD-1").scenarios()).containsExactly("own/cards.feature");
        assertThat(rowOf(coverage, "EVC-CARD-1").checks()).isSorted().contains("RequestIsAccepted");
        assertThat(rowOf(coverage, "OIOI-GET-1").scenarios()).isEmpty();
        assertThat(Coverage.of(folder, RequirementCatalogue.shipped(), List.of())
                        .rows())
                .allSatisfy(each -> assertThat(each.checks()).isEmpty());
    }

    private static Coverage.Row rowOf(Coverage coverage, String id) {
        return coverage.rows().stream()
                .filter(each -> each.requirement().id().equals(new RequirementId(id)))
                .findFirst()
                .orElseThrow();
    }
}
