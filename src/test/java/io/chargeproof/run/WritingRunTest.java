package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chargeproof.api.oioi.Accounts;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserFixtures;
import io.chargeproof.api.oioi.UserRequests;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.jdk.JdkTransport;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.teststate.FileStateStore;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.UserSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A run that changes users and customers, and what steps of one's own say in it. */
class WritingRunTest {
    private static final String FEATURES = """
            Feature: Changes
              @evc-net @writes @EVC-CARD-1
              Scenario: A card is attached
                Given a customer of this run
                And 1 fresh card
                When the card is attached to the customer
                Then it is accepted

              @oioi @uses-primary
              Scenario: A driver speaks
                When the primary user is read by username
                Then the driver speaks "xx", says an assertion

              @oioi @uses-primary
              Scenario: A driver speaks by a check
                When the primary user is read by username
                Then the driver speaks "xx", says a check

              @oioi @uses-primary @writes @OIOI-POST-1
              Scenario: A driver is posted
                When new details of the primary user are posted by username
                Then the call succeeds
            """;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
    private final Profile profile = new ProfileReader(RequirementCatalogue.shipped(), Clock.systemUTC())
            .parse(sandbox.profile().replace("kind: sandbox", "kind: acceptance"), "test", Map.of())
            .profile()
            .withDepth(Depth.STANDARD);
    private final OioiTarget oioi = Objects.requireNonNull(OioiTarget.of(profile));
    private final TestUser primary = Objects.requireNonNull(oioi.primary());
    private final UserFixtures fixtures = new UserFixtures(oioi, new UserRequests(oioi), 1, Accounts.unshared(oioi));
    private final JdkTransport wire = new JdkTransport(TransportChain.settings(profile));

    @TempDir
    Path temporary;

    @AfterEach
    void stop() {
        wire.close();
        sandbox.close();
    }

    @Test
    void puts_back_what_a_run_left_that_was_cut_off_and_leaves_nothing_itself() throws IOException {
        FileStateStore custody = new FileStateStore(temporary.resolve("kept"));
        ObjectNode before = details();
        custody.ledger(RunIdentity.of(profile, "before", Instant.EPOCH))
                .keep(new UserSnapshot("oioi", primary.username(), before));
        wire.send(fixtures.post(primary, before.deepCopy().put("last-name", "Changed")));

        RunReport report = new Run(options("@writes"), RunProgress.NONE, custody).execute();

        assertThat(report.scenarios()).extracting(ScenarioResult::outcome).containsOnly(Outcome.CONFORMS);
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMING);
        assertThat(report.leftovers()).isEmpty();
        assertThat(report.notices())
                .anyMatch(notice -> notice.startsWith("cards: 199 of 200"))
                .anyMatch(notice -> notice.startsWith("customers: 1 created"));
        assertThat(details()).isEqualTo(before);
        assertThat(custody.unrestored()).isEmpty();
    }

    @Test
    void takes_down_what_steps_of_ones_own_find() throws IOException {
        RunReport report = new Run(options("not @writes"), RunProgress.NONE).execute();

        assertThat(report.scenarios())
                .extracting(ScenarioResult::outcome, ScenarioResult::ending)
                .containsOnly(tuple(Outcome.VIOLATION, Outcome.VIOLATION));
        ScenarioResult asserted = report.scenarios().get(0);
        assertThat(asserted.reason()).startsWith("'the driver speaks \"xx\", says an assertion' failed: ");
        assertThat(asserted.findings()).hasSize(1);
        assertThat(asserted.findings().get(0).evidence())
                .extracting(Exchange::number)
                .containsExactly(asserted.exchanges().get(asserted.exchanges().size() - 1));
        assertThat(report.scenarios().get(1).findings()).hasSize(1);
        assertThat(report.verdict()).isEqualTo(Verdict.NON_CONFORMING);
    }

    private ObjectNode details() {
        return UserAnswer.of(wire.send(fixtures.read(IdentifierType.USERNAME, primary.username(), primary)))
                .user()
                .orElseThrow();
    }

    private RunOptions options(String tags) throws IOException {
        Path features = Files.createDirectories(temporary.toRealPath().resolve("own"));
        Files.writeString(features.resolve("changes.feature"), FEATURES);
        return new RunOptions(
                profile,
                new RunPermission(false, true),
                RequirementCatalogue.shipped(),
                features,
                List.of("io.chargeproof.own"),
                tags,
                null,
                2,
                7,
                true,
                RunOptions.Adapters.BOTH,
                false,
                "test",
                null);
    }
}
