package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.api.UsageException;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.GroupedFinding;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.export.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a run or a finding on in a form that other tools read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a run, or one finding of it, in a form that other tools read: its exchanges as HAR, the requests that"
                    + " show its findings for Hurl, its findings as SARIF, or what is said of each requirement as EARL.",
            "Secrets are names in it, as in all that a run writes."
        },
        footer = {
            "",
            "Examples:",
            "  chargeproof report export latest --format har --output run.har",
            "  chargeproof report export latest --finding f1 --format hurl"
        })
final class ReportExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The run.")
    String run = "";

    @Option(
            names = "--finding",
            paramLabel = "ID",
            description = "The one finding to export, such as f1; conformance.json has their IDs.")
    @Nullable String finding;

    @Option(names = "--format", paramLabel = "FORM", required = true, description = "har, hurl, sarif or earl.")
    String format = "";

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write (default: standard output).")
    @Nullable Path output;

    @Mixin
    RunsFolder runs = new RunsFolder();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RedactedReport report = RedactedReport.of(
                RecordedRun.read(runs.run(run)),
                new ReportOptions(runs.folder(), true, false, Redactor.of(Map.of()), text -> text));
        String text = export(report).as(form());
        Path file = output;
        if (file == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            write(text, file);
        }
        return 0;
    }

    private Export.Format form() {
        return Stream.of(Export.Format.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--format: there is no form '" + format + "'; write har, hurl, sarif or earl"));
    }

    private Export export(RedactedReport report) {
        String wanted = finding;
        if (wanted == null) {
            return Export.of(report);
        }
        List<GroupedFinding> causes = report.causes();
        return causes.stream()
                .filter(cause -> cause.id().equals(wanted))
                .findFirst()
                .map(cause -> Export.of(report, cause))
                .orElseThrow(() -> new UsageException("--finding: run "
                        + report.report().run().id() + " has no finding '" + wanted + "'; " + known(causes)));
    }

    private static String known(List<GroupedFinding> causes) {
        return causes.isEmpty()
                ? "it found nothing"
                : "name one of " + causes.stream().map(GroupedFinding::id).collect(Collectors.joining(", "));
    }

    private static void write(String text, Path file) {
        try {
            Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UsageException("--output: " + file + " can't be written; name a file in a folder that is there");
        }
    }
}
