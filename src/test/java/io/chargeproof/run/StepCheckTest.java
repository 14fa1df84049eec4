package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.RequirementCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be executed, or would prove nothing, is found before anything is sent. */
class StepCheckTest {
    private static final String WHEN = "When the primary user is read by EVCO ID";

    @TempDir
    Path given;

    private Path folder = Path.of("");

    @BeforeEach
    void resolve() throws IOException {
        folder = given.toRealPath();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the cal succeeds | the call succeeds",
                "the cal sucseeds | the call succeeds",
                "each call is refused with result cod 144 | each call is refused with result code 144",
                "the answers \"user.zip\" is \"10247\" | the answer's \"user.zip\" is \"10247\"",
                "it is acepted | it is accepted",
                "the customer can be adressed at once | the customer can be addressed at once",
            })
    void names_the_sentence_that_is_meant(String step, String meant) {
        assertThatThrownBy(() -> check(scenario(WHEN, "Then " + step)))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature") + ":5: no sentence is '" + step + "'; did you mean '" + meant
                        + "'?");
    }

    @Test
    void shows_how_a_step_of_ones_own_begins_where_no_sentence_is_alike() {
        assertThatThrownBy(() -> check(scenario(
                        WHEN, "Then a \"red\" balloon of 3 metres (or more) goes up over the roofs of the whole town")))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature")
                        + ":5: no sentence is 'a \"red\" balloon of 3 metres (or more) goes up over the roofs of the"
                        + " whole town'; 'chargeproof steps' lists those that there are, and one of your own begins"
                        + " so:\n  @Then(\"a {string} balloon of {int} metres \\\\(or more) goes up over the roofs of the"
                        + " whole town\")");
    }

    @Test
    void names_the_sentences_that_a_step_may_be() {
        assertThatThrownBy(() -> check(scenario(WHEN, "Then the driver's locale counts"), "io.chargeproof.own"))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature")
                        + ":5: 'the driver's locale counts' is more than one sentence: 'the driver's {word} counts' of"
                        + " io.chargeproof.own.DriverSteps.counts, '^the driver's (locale|name) counts$' of"
                        + " io.chargeproof.own.DriverSteps.countsToo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                                          | has no steps",
                "When the primary user is read by EVCO ID      | expects nothing",
                "Then the primary user is read by EVCO ID      | expects nothing",
                "* the primary user is read by EVCO ID         | expects nothing",
                "When the last call is sent without a content type | expects nothing"
            })
    void refuses_a_scenario_that_would_prove_nothing(String step, String why) {
        assertThatThrownBy(
                        () -> check(scenario(step == null ? new String[0] : new String[] {step}), "io.chargeproof.own"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(folder.resolve("own.feature") + ":3: the scenario 'A driver' " + why
                        + ", so it would prove nothing;");
    }

    @Test
    void takes_an_expectation_wherever_it_stands() {
        assertThatCode(() -> check(scenario(WHEN, "* the call succeeds"))).doesNotThrowAnyException();
        assertThatCode(() -> check("""
                Feature: Ours
                  Background:
                    When the primary user is read by EVCO ID
                    Then the call succeeds

                  Rule: Again
                    Scenario: A driver
                      When the primary user is read by RFID
                """)).doesNotThrowAnyException();
        assertThatCode(() -> check("""
                # language: nl
                Functionaliteit: Van ons
                  Scenario: Een bestuurder
                    Als the primary user is read by EVCO ID
                    Dan the call succeeds
                """)).doesNotThrowAnyException();
    }

    @Test
    void refuses_an_outline_without_values() {
        assertThatThrownBy(() -> check("""
                Feature: Ours
                  Scenario Outline: A driver
                    When the primary user is read by <id>
                    Then the call succeeds

                    Examples: all
                      | id |
                """))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature") + ":6: the outline 'A driver' has Examples without a row, so"
                        + " nothing of it would be executed; add a row of values, or take it out");
        assertThatThrownBy(() -> check("""
                Feature: Ours
                  Scenario Outline: A driver
                    When the primary user is read by <id>
                    Then the call succeeds
                """))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(
                        folder.resolve("own.feature") + ":3: no sentence is 'the primary user is read by <id>'");
        assertThatThrownBy(() -> check("""
                Feature: Ours
                  Scenario Outline: A driver
                    When the primary user is read by <id>
                    Then the call succeeds

                    Examples: some
                      | id   |
                      | RFID |
                      | RIFD |
                """))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature") + ":3: no sentence is 'the primary user is read by RIFD'; did"
                        + " you mean 'the primary user is read by RFID'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thn the call succeeds | :5: 'Thn the call succeeds' is nothing that Gherkin knows there; begin a step with Given, When, Then, And or But, and write a colon behind Feature, Rule, Scenario and Examples",
                "Then the call succeeds\\n    Scenaro: Another | :6: 'Scenaro: Another' is nothing that Gherkin knows there; begin a step with Given, When, Then, And or But, and write a colon behind Feature, Rule, Scenario and Examples",
            })
    void names_the_line_that_is_no_gherkin(String line, String message) {
        assertThatThrownBy(() -> check(scenario(WHEN, line.replace("\\n", "\n"))))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature") + message);
    }

    @Test
    void names_a_language_that_is_none() {
        assertThatThrownBy(() -> check("# language: xx\nFeature: Ours\n"))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder.resolve("own.feature")
                        + ":1: Gherkin has no language 'xx'; write its code, such as # language: en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.nowhere | --glue: the package com.nowhere has no step definitions that can be loaded; name the package of compiled ones",
                "io.chargeproof.report | --glue: the package io.chargeproof.report has no step definitions that can be loaded; name the package of compiled ones",
                "io.chargeproof.own.DriverSteps | --glue: the package io.chargeproof.own.DriverSteps has no step definitions that can be loaded; name the package of compiled ones",
                "com/example | --glue takes the name of a package such as com.example.steps, not 'com/example'",
                "src/main/java/Steps.java | --glue takes the name of a package such as com.example.steps, not 'src/main/java/Steps.java'",
            })
    void refuses_glue_that_is_none(String glue, String message) {
        assertThatThrownBy(() -> check(scenario(WHEN, "Then the call succeeds"), glue))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    private static String scenario(String... steps) {
        return "Feature: Ours\n\n  Scenario: A driver\n    " + String.join("\n    ", steps) + "\n";
    }

    private void check(String feature, String... glue) throws IOException {
        Files.writeString(folder.resolve("own.feature"), feature);
        Suite suite = Suite.in(folder, RequirementCatalogue.shipped());
        suite.check(suite.scenarios(), List.of(glue));
    }
}
