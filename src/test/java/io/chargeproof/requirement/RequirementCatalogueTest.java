package io.chargeproof.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementCatalogueTest {
    private static final String OWN = """
            - id: EVC-OWN-1
              level: SHOULD
              statement: Create is quick.
              source: our own wishes
              look-at: The database.
            """;

    private final RequirementCatalogue catalogue = RequirementCatalogue.shipped();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "evc-net, MUST, 24",
        "evc-net, SHOULD, 15",
        "evc-net, OBSERVE, 9",
        "oioi, MUST, 49",
        "oioi, SHOULD, 24",
        "oioi, OBSERVE, 10"
    })
    void knows_as_many_requirements_as_the_documents_state(String label, RequirementLevel level, int expected) {
        assertThat(catalogue.of(Apis.find(label).orElseThrow().api(), level)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"MUST, 73", "SHOULD, 39", "OBSERVE, 19"})
    void counts_131_requirements(RequirementLevel level, int expected) {
        assertThat(catalogue.all())
                .hasSize(131)
                .filteredOn(each -> each.level() == level)
                .hasSize(expected);
    }

    @Test
    void keeps_the_order_of_the_documents() {
        List<String> areas = catalogue.all().stream()
                .map(each -> each.id().api() + " " + each.id().area())
                .distinct()
                .toList();

        assertThat(areas)
                .containsExactly(
                        "evc-net HTTP",
                        "evc-net AUTH",
                        "evc-net CREATE",
                        "evc-net UPDATE",
                        "evc-net CARD",
                        "oioi HTTP",
                        "oioi RESULT",
                        "oioi KEY",
                        "oioi REQ",
                        "oioi AUTH",
                        "oioi GET",
                        "oioi POST",
                        "oioi VERIFY");
    }

    @Test
    void numbers_each_area_from_one_without_gaps() {
        List<Requirement> all = catalogue.all();
        for (int index = 1; index < all.size(); index++) {
            RequirementId before = all.get(index - 1).id();
            RequirementId id = all.get(index).id();
            boolean sameArea = id.api().equals(before.api()) && id.area().equals(before.area());
            assertThat(id.number()).as(id.value()).isEqualTo(sameArea ? before.number() + 1 : 1);
        }
    }

    @Test
    void states_each_requirement_in_one_sentence_and_tells_where_to_look() {
        assertThat(catalogue.all()).allSatisfy(each -> {
            assertThat(each.statement()).doesNotContain("\n", ". ").endsWith(".");
            assertThat(each.lookAt()).doesNotContain("\n").endsWith(".");
            assertThat(each.source()).isNotBlank().doesNotEndWith(".");
        });
        assertThat(catalogue.all().stream().map(Requirement::statement)).doesNotHaveDuplicates();
    }

    @Test
    void finds_a_requirement_by_its_id() {
        Requirement card = catalogue.get(new RequirementId("EVC-CARD-2"));

        assertThat(card.level()).isEqualTo(RequirementLevel.MUST);
        assertThat(card.statement()).isEqualTo("A PUT whose card_list holds two cards gets 200.");
        assertThat(card.decision()).isNull();
        assertThat(card.undecidable()).isNull();
        assertThat(catalogue.find(new RequirementId("EVC-CARD-99"))).isEmpty();
    }

    @Test
    void says_that_it_does_not_know_an_id() {
        assertThatThrownBy(() -> catalogue.get(new RequirementId("EVC-CARD-99")))
                .hasMessage("there is no requirement EVC-CARD-99; 'chargeproof requirements' lists those there are");
    }

    @Test
    void takes_requirements_of_ones_own_after_its_own() throws IOException {
        List<Requirement> all = RequirementCatalogue.with(file(OWN)).all();

        assertThat(all).hasSize(132);
        assertThat(all.get(131).id()).isEqualTo(new RequirementId("EVC-OWN-1"));
    }

    @Test
    void refuses_an_id_that_is_taken() throws IOException {
        assertFault(
                OWN.replace("OWN", "HTTP"),
                ":1: '[0].id' is EVC-HTTP-1, which is taken;" + " give the requirement an ID of its own");
    }

    @Test
    void refuses_an_id_that_stands_twice_in_a_file() throws IOException {
        assertFault(OWN + OWN, ":6: '[1].id' is EVC-OWN-1, which is taken; give the requirement an ID of its own");
    }

    @Test
    void refuses_a_malformed_id() throws IOException {
        assertFault(
                OWN.replace("EVC-OWN-1", "OWN-1"),
                ":1: '[0].id' is 'OWN-1', which is no requirement ID;" + " write one such as EVC-OWN-1 or OIOI-OWN-1");
    }

    @Test
    void refuses_an_unknown_key() throws IOException {
        assertFault(
                OWN.replace("look-at", "lookAt"),
                ":5: '[0].lookAt' isn't a key that is known here;" + " did you mean 'look-at'?");
    }

    @Test
    void refuses_a_requirement_without_a_source() throws IOException {
        assertFault(
                OWN.replace("  source: our own wishes\n", ""),
                ":1: '[0]' lacks the key 'source';" + " write source: the document and the place in it");
    }

    @Test
    void refuses_an_unknown_level() throws IOException {
        assertFault(OWN.replace("SHOULD", "MAY"), ":2: '[0].level' is 'MAY'; write MUST, SHOULD or OBSERVE");
    }

    @Test
    void refuses_a_blank_statement() throws IOException {
        assertFault(
                OWN.replace("Create is quick.", "' '"),
                ":3: '[0].statement' is blank;" + " write one sentence that names the call and what it must do");
    }

    @Test
    void refuses_a_file_that_is_not_there() {
        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> RequirementCatalogue.with(missing))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(missing + ": there is no such file; check the path");
    }

    private void assertFault(String yaml, String message) throws IOException {
        Path file = file(yaml);
        assertThatThrownBy(() -> RequirementCatalogue.with(file))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(file + message);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), yaml);
    }
}
