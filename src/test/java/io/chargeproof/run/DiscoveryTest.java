package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectories(temporary.toRealPath().resolve("suite"));
    }

    @Test
    void finds_scenarios_in_the_order_of_files_and_lines() throws IOException {
        write("b.feature", """
                Feature: Plain
                  Scenario: Alone
                    When the primary user is read by EVCO ID
                """);
        write("a/deep.feature", """
                @oioi @EVC-CARD-1
                Feature: Deep
                  @EVC-CARD-2 @mine
                  Rule: It holds
                    Scenario Outline: With <id>
                      When the primary user is read by <id>
                      Examples:
                        | id      |
                        | EVCO ID |
                        | RFID    |
                """);
        write("notes.txt", "no feature");

        List<SelectedScenario> found = new Discovery(folder, RequirementCatalogue.shipped()).scenarios();

        assertThat(found)
                .extracting(SelectedScenario::location)
                .containsExactly("suite/a/deep.feature:9", "suite/a/deep.feature:10", "suite/b.feature:2");
        assertThat(found).extracting(SelectedScenario::position).containsExactly(0, 1, 2);
        SelectedScenario outline = found.get(0);
        assertThat(outline.feature()).isEqualTo("Deep");
        assertThat(outline.rule()).isEqualTo("It holds");
        assertThat(outline.api()).isEqualTo("oioi");
        assertThat(outline.tags()).containsExactly("@EVC-CARD-1", "@EVC-CARD-2", "@mine", "@oioi");
        assertThat(outline.requirements())
                .containsExactly(new RequirementId("EVC-CARD-1"), new RequirementId("EVC-CARD-2"));
        assertThat(outline.uri()).isEqualTo(folder.resolve("a/deep.feature").toUri());
        assertThat(outline.line()).isEqualTo(9);
        SelectedScenario plain = found.get(2);
        assertThat(plain.name()).isEqualTo("Alone");
        assertThat(plain.feature()).isEqualTo("Plain");
        assertThat(plain.rule()).isEmpty();
        assertThat(plain.api()).isEmpty();
        assertThat(plain.requirements()).isEmpty();
    }

    @Test
    void finds_them_behind_a_path_that_isnt_plain() throws IOException {
        write("b.feature", "Feature: Plain\n  Scenario: Alone\n    When it is\n");

        assertThat(new Discovery(folder.resolve("../suite"), RequirementCatalogue.shipped()).scenarios())
                .extracting(SelectedScenario::location)
                .containsExactly("suite/b.feature:2");
    }

    @Test
    void refuses_a_requirement_that_nobody_knows() throws IOException {
        write("b.feature", "Feature: Plain\n  @EVC-CARD-99\n  Scenario: Alone\n    When it is\n");

        assertThatThrownBy(() -> new Discovery(folder, RequirementCatalogue.shipped()).scenarios())
                .isInstanceOf(UsageException.class)
                .hasMessage("a feature in " + folder + " is tagged @EVC-CARD-99, which no requirement has; correct the"
                        + " tag, or describe it in a file for --requirements");
    }

    @ParameterizedTest
    @CsvSource({"nowhere, doesn't exist", "notes.txt, is no directory"})
    void refuses_what_is_no_folder(String name, String why) throws IOException {
        write("notes.txt", "no feature");
        Path place = folder.resolve(name);

        assertThatThrownBy(() -> new Discovery(place, RequirementCatalogue.shipped()).scenarios())
                .isInstanceOf(UsageException.class)
                .hasMessage("--features names " + place + ", which " + why + "; name a folder of .feature files");
    }

    @Test
    void refuses_a_folder_without_features() throws IOException {
        write("notes.txt", "no feature");

        assertThatThrownBy(() -> new Discovery(folder, RequirementCatalogue.shipped()).scenarios())
                .isInstanceOf(UsageException.class)
                .hasMessage("there are no .feature files in " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@a,b", "@Writes"})
    void refuses_a_tag_that_means_nothing(String tag) throws IOException {
        write("b.feature", "Feature: Plain\n  " + tag + "\n  Scenario: Alone\n    When it is\n");

        assertThatThrownBy(() -> new Discovery(folder, RequirementCatalogue.shipped()).scenarios())
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(folder.resolve("b.feature") + ":2: the tag " + tag + " ");
    }

    /** Steps of a background stand before those of the scenario, and elsewhere. */
    @ParameterizedTest
    @CsvSource({"nobody is there, 3", "nobody comes, 6", "nobody goes, 8"})
    void knows_where_each_step_stands(String wrong, int line) throws IOException {
        String text = """
                Feature: Plain
                  Background:
                    When nobody is there
                  Rule: Within
                    Background:
                      When nobody comes
                    Scenario: Alone
                      When nobody goes
                      Then the call succeeds
                """;
        for (String each : List.of("nobody is there", "nobody comes", "nobody goes")) {
            text = each.equals(wrong) ? text : text.replace(each, "the primary user is read by RFID");
        }
        write("b.feature", text);
        Suite suite = Suite.in(folder, RequirementCatalogue.shipped());

        assertThatThrownBy(() -> suite.check(suite.scenarios(), List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(folder.resolve("b.feature") + ":" + line + ": no sentence is '" + wrong + "';");
    }

    @Test
    void gives_a_suite_what_it_found() throws IOException {
        write("b.feature", "Feature: Plain\n  @mine\n  Scenario: Alone\n    When the primary user is read by RFID\n");

        Suite suite = Suite.in(folder, RequirementCatalogue.shipped());

        assertThat(suite.locations()).containsExactly("suite/b.feature:3");
        assertThat(suite.bears("@mine")).isTrue();
        assertThat(suite.bears("@other")).isFalse();
        assertThatThrownBy(() -> suite.check(suite.scenarios(), List.of("com.example.nothing")))
                .isInstanceOf(UsageException.class);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
