package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ScenarioResult;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Writes one Allure result for each scenario, through a lifecycle of this report's own. */
final class AllureResults {
    private final AllureLifecycle lifecycle;
    private final ResultOfScenario results;
    private final Attachments attachments;

    private AllureResults(RedactedReport report, Path directory) {
        this.lifecycle = new AllureLifecycle(new FileSystemResultsWriter(directory));
        this.results = new ResultOfScenario(report);
        this.attachments = new Attachments(report);
    }

    static void write(RedactedReport report, Path directory) throws IOException {
        AllureResults results = new AllureResults(report, directory);
        int number = 0;
        for (Case each : Case.all(report.report())) {
            number++;
            String name = report.report().run().id() + "/" + number;
            results.write(each, UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
        }
        Files.writeString(directory.resolve("categories.json"), Categories.json(), UTF_8);
        Files.writeString(
                directory.resolve("environment.properties"), EnvironmentProperties.of(report.report()), UTF_8);
    }

    private void write(Case each, String uuid) {
        ScenarioResult scenario = each.scenario();
        lifecycle.scheduleTestCase(results.of(each).setUuid(uuid));
        lifecycle.startTestCase(uuid);
        attachments
                .of(scenario)
                .forEach(attachment -> lifecycle.addAttachment(
                        attachment.name(),
                        "text/plain",
                        ".txt",
                        attachment.content().getBytes(UTF_8)));
        lifecycle.stopTestCase(uuid);
        lifecycle.updateTestCase(uuid, result -> {
            setTimes(result, scenario);
            InertResult.make(result);
        });
        lifecycle.writeTestCase(uuid);
    }

    // The lifecycle stamps the time of writing; what counts is the time of the run.
    private static void setTimes(TestResult result, ScenarioResult scenario) {
        long start = scenario.started().toEpochMilli();
        result.setStage(Stage.FINISHED)
                .setStart(start)
                .setStop(start + scenario.duration().toMillis());
    }
}
