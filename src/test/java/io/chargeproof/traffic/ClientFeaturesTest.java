package io.chargeproof.traffic;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.scenario.FeatureFiles;
import io.chargeproof.traffic.seeded.SeededClient;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The features of clients, which no run sends at a target: executed, and complete. */
class ClientFeaturesTest {
    private static final Path FEATURES = Path.of("src/client-features");
    private static final String CLIENT = "a client that ";

    @Test
    void are_true() {
        TestExecutionSummary summary = executed(FEATURES);

        assertThat(failures(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(pickles().size()).isGreaterThan(80);
    }

    @Test
    void have_every_client_that_is_made_up() {
        Set<String> madeUp = Stream.concat(SeededClient.defects().stream(), SeededClient.variants().stream())
                .map(SeededClient::does)
                .collect(toCollection(TreeSet::new));

        Set<String> shown = pickles().stream().map(ClientFeaturesTest::client).collect(toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(madeUp);
        assertThat(pickles().stream()
                        .filter(pickle -> ends(pickle).startsWith("it breaks ")
                                && !ends(pickle).endsWith("nothing")))
                .hasSameSizeAs(SeededClient.defects());
    }

    @Test
    void fail_where_a_client_does_something_else(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wrong.feature"), """
                Feature: What isn't so

                  @EVC-CLIENT-2
                  Rule: Each request bears the token

                    Scenario: It is said to keep what it breaks
                      Given a client that sends no token
                      Then it keeps EVC-CLIENT-2

                    Scenario: It sends something else
                      Given a client that sends no token
                      When it sends Authorization: Bearer x

                    Scenario: It sends that after all
                      Given a client that sends no token
                      When it sends no x-api-version

                    Scenario: There is no such client
                      Given a client that sends two tokens

                    Scenario: It passes in another order
                      Given a client that goes on after 429
                      When this passes:
                        ```
                        990 ms later
                        HTTP 429
                        ```

                    Scenario: It isn't tried
                      Given a client that sends no token
                      Then it keeps EVC-CLIENT-10
                """);

        assertThat(executed(folder).getTestsFailedCount()).isEqualTo(6);
    }

    private static TestExecutionSummary executed(Path features) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestEngineAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .addTestEngines(new CucumberTestEngine())
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectDirectory(features.toFile()))
                                .configurationParameter("cucumber.publish.quiet", "true")
                                .configurationParameter("cucumber.glue", "io.chargeproof.traffic")
                                .configurationParameter(
                                        "cucumber.object-factory", "io.cucumber.picocontainer.PicoFactory")
                                .build(),
                        listener);
        return listener.getSummary();
    }

    private static List<String> failures(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(each -> each.getTestIdentifier().getDisplayName() + ": "
                        + each.getException().getMessage())
                .toList();
    }

    private static List<Pickle> pickles() {
        return FeatureFiles.pickles(FEATURES);
    }

    private static String client(Pickle pickle) {
        String given = pickle.getSteps().get(0).getText();
        assertThat(given).startsWith(CLIENT);
        return given.substring(CLIENT.length());
    }

    private static String ends(Pickle pickle) {
        List<PickleStep> steps = pickle.getSteps();
        return steps.get(steps.size() - 1).getText();
    }
}
