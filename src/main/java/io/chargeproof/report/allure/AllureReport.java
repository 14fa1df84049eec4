package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportFormat;
import io.chargeproof.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code allure-results/}, and renders them to {@code allure-report/index.html} unless HTML is left out. */
public final class AllureReport implements ReportFormat {
    @Override
    public void write(RedactedReport report, ReportOptions options, Path into) throws IOException {
        Path results = Files.createDirectories(into.resolve("allure-results"));
        AllureResults.write(report, results);
        Files.writeString(into.resolve("allurerc.json"), Categories.configuration(), UTF_8);
        EarlierHistory.copy(options.reports(), report.comparableRuns(), results.resolve("history"));
        if (!options.skipHtml()) {
            new HtmlReport(report, options.singleFile()).render(results, into.resolve("allure-report"));
        }
    }
}
