package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.chargeproof.api.UsageException;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.report.Ended;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.testdata.HostileValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few scenarios from the preflight to the verdict. */
class RunTest {
    private static final String FEATURE = """
            @oioi @uses-primary
            Feature: Drivers

              @OIOI-GET-1
              Rule: A user is read by username
                Scenario: A driver is read
                  When the primary user is read by username
                  Then the call succeeds

              Rule: Our app relies on it
                Scenario: It holds
                  When the primary user is read by username
                  Then the answer's status is 200

                Scenario: It is broken
                  When the primary user is read by username
                  Then the answer's status is 201
                  And the call succeeds

                @last @OIOI-HTTP-1
                Scenario: It comes last
                  When the primary user is read by username
                  Then the call succeeds
            """;

    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());

    @TempDir
    Path temporary;

    private Path features = Path.of("");

    @BeforeEach
    void write() throws IOException {
        features = Files.createDirectories(temporary.toRealPath().resolve("own"));
        Files.writeString(features.resolve("drivers.feature"), FEATURE);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void takes_down_how_each_scenario_went() {
        RunReport report = run(options("not @last", RunOptions.Adapters.BOTH));

        assertThat(report.scenarios())
                .extracting(
                        ScenarioResult::location, ScenarioResult::name, ScenarioResult::rule, ScenarioResult::outcome)
                .containsExactly(
                        tuple(
                                "own/drivers.feature:6",
                                "A driver is read",
                                "A user is read by username",
                                Outcome.CONFORMS),
                        tuple("own/drivers.feature:11", "It holds", "Our app relies on it", Outcome.CONFORMS),
                        tuple("own/drivers.feature:15", "It is broken", "Our app relies on it", Outcome.VIOLATION));
        ScenarioResult broken = report.scenarios().get(2);
        assertThat(broken.reason()).isEqualTo("the answer's status differs; expected HTTP 201, got HTTP 200");
        assertThat(broken.findings()).hasSize(1);
        assertThat(broken.steps())
                .extracting(step -> step.text() + ": " + step.status())
                .containsExactly(
                        "When the primary user is read by username: passed",
                        "Then the answer's status is 201: failed",
                        "And the call succeeds: skipped");
        assertThat(report.scenarios()).allSatisfy(scenario -> {
            assertThat(scenario.api()).isEqualTo("oioi");
            assertThat(scenario.feature()).isEqualTo("Drivers");
            assertThat(scenario.exchanges()).isNotEmpty();
            assertThat(scenario.started())
                    .isBetween(report.run().started(), report.run().finished());
            assertThat(scenario.duration()).isPositive();
        });
    }

    @Test
    void comes_to_a_verdict_on_what_was_in_scope() {
        RunReport report = run(options("@OIOI-GET-1", RunOptions.Adapters.BOTH));

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMING);
        assertThat(report.exitCode()).isZero();
        assertThat(report.scope().text()).isEqualTo("1 of 73 MUSTs");
        assertThat(report.scope().tags()).isEqualTo("@OIOI-GET-1");
        assertThat(report.requirements())
                .filteredOn(result -> result.outcome() == Outcome.CONFORMS)
                .extracting(result -> result.requirement().id())
                .containsExactly(new RequirementId("OIOI-GET-1"));
        assertThat(report.run().id()).matches("[0-9a-z]{1,7}");
        assertThat(report.run().ended()).isEqualTo(Ended.COMPLETE);
        assertThat(report.run().depth()).isEqualTo("standard");
        assertThat(report.run().seed()).isEqualTo(7);
        assertThat(report.target().name()).isEqualTo("sandbox");
        assertThat(report.target().kind()).isEqualTo("sandbox");
        assertThat(report.target().addresses()).containsOnlyKeys("evc-net", "oioi");
        assertThat(report.leftovers()).isEmpty();
        assertThat(report.notices()).noneMatch(notice -> notice.startsWith("hostile values"));
        assertThat(report.exchanges())
                .extracting(Exchange::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, report.exchanges().size())
                                .boxed()
                                .toList());
    }

    @Test
    void tells_how_it_gets_on() {
        run(options("not @last", RunOptions.Adapters.JDK_ONLY));

        assertThat(progress)
                .containsExactly(
                        "3 planned",
                        "A driver is read",
                        "own/drivers.feature:6 ended",
                        "It holds",
                        "own/drivers.feature:11 ended",
                        "It is broken",
                        "own/drivers.feature:15 ended");
    }

    @Test
    void executes_last_what_is_to_come_after_all_others() throws IOException {
        Files.writeString(features.resolve("a.feature"), FEATURE);

        run(options("@OIOI-HTTP-1 or @OIOI-GET-1", RunOptions.Adapters.REST_ASSURED_ONLY));

        assertThat(progress)
                .filteredOn(line -> !line.contains("ended"))
                .containsExactly("4 planned", "A driver is read", "A driver is read", "It comes last", "It comes last");
    }

    @Test
    void leaves_its_place_to_the_next() {
        run(options("@OIOI-GET-1", RunOptions.Adapters.JDK_ONLY));

        assertThatThrownBy(CurrentRun::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no run is being executed; use 'chargeproof run' to execute features");
    }

    /** Of each kind of value a sample is sent, and what no list holds is observed. */
    @Test
    void says_how_many_hostile_values_were_sent() throws IOException {
        Files.writeString(features.resolve("hostile.feature"), """
                @oioi @uses-primary @hostile
                Feature: Hostile
                  @OIOI-HTTP-4
                  Scenario: A hostile identifier
                    When a read bears each hostile value in its identifier
                    Then every status fits its result
                """);

        RunReport report = run(options("@hostile", RunOptions.Adapters.BOTH));

        assertThat(report.notices())
                .contains("hostile values: 2 of " + HostileValues.all().size() + " chosen (depth standard, seed 7)");
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMING);
    }

    @Test
    void needs_a_scenario() {
        RunOptions none = options("@evc-net", RunOptions.Adapters.BOTH);

        assertThatThrownBy(() -> run(none))
                .isInstanceOf(UsageException.class)
                .hasMessage("no scenario is selected; loosen --tags, --depth, --shard or --read-only");
    }

    @Test
    void tests_nothing_of_an_api_that_does_not_answer() {
        RunOptions options = options("@OIOI-GET-1", RunOptions.Adapters.BOTH);
        sandbox.close();

        RunReport report = run(options);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.scenarios()).isEmpty();
        assertThat(progress).contains("0 planned", "unanswered: " + sandbox.baseUrl() + "/api/v4/request");
        assertThat(report.requirements())
                .filteredOn(result -> result.outcome() != Outcome.OUT_OF_SCOPE)
                .singleElement()
                .extracting(RequirementResult::reason)
                .asString()
                .startsWith("the target at " + sandbox.baseUrl() + "/api/v4/request can't be reached: no answer (");
    }

    /** What a target shows of its users goes into no report. */
    @Test
    void knows_what_no_output_may_show() {
        Run run = begun(options("@OIOI-GET-1", RunOptions.Adapters.JDK_ONLY));

        run.execute();

        assertThat(run.secrets()).containsEntry("BSN-111222333", "OIOI_PRIMARY_SOCIAL_SECURITY_NUMBER");
    }

    private RunReport run(RunOptions options) {
        return begun(options).execute();
    }

    private Run begun(RunOptions options) {
        return Run.withoutWaiting(options, new RunProgress() {
            @Override
            public void planned(int scenarios) {
                progress.add(scenarios + " planned");
            }

            @Override
            public void started(String scenario) {
                progress.add(scenario);
            }

            @Override
            public void finished(ScenarioResult scenario) {
                progress.add(scenario.location() + " ended");
            }

            @Override
            public void unanswered(String address) {
                progress.add("unanswered: " + address);
            }
        });
    }

    private RunOptions options(@Nullable String tags, RunOptions.Adapters adapters) {
        RequirementCatalogue catalogue = RequirementCatalogue.shipped();
        Profile profile = new ProfileReader(catalogue, Clock.systemUTC())
                .parse(sandbox.profile().replace("retries: 3", "retries: 0"), "sandbox", Map.of())
                .profile()
                .withDepth(Depth.STANDARD);
        return new RunOptions(
                profile,
                new RunPermission(false, true),
                catalogue,
                features,
                List.of(),
                tags,
                null,
                1,
                7,
                true,
                adapters,
                false,
                "test",
                null);
    }
}
