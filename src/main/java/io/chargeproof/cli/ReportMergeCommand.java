package io.chargeproof.cli;

import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.RunReference;
import io.chargeproof.runs.MergedShards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one report of those of all shards. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Makes one report of those of all shards, and ends as the whole run would have.",
        footer = {
            "",
            "Example:",
            "  chargeproof report merge shard-1/conformance.json shard-2/conformance.json",
            "",
            "Exit codes: those of run"
        })
final class ReportMergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "The runs of all shards.")
    List<String> shards = new ArrayList<>();

    @Mixin
    WritingOptions writing = new WritingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean failsOnWarning = writing.failsOnWarning();
        List<RecordedRun> runs = shards.stream()
                .map(shard -> RecordedRun.read(new RunReference(shard, writing.folder())))
                .toList();
        RecordedRun merged = MergedShards.of(runs, failsOnWarning);
        ReportOptions how = new ReportOptions(
                ReportDirectoryCheck.prepare(writing.folder()),
                writing.skipHtml,
                writing.singleFile,
                Redactor.of(Map.of()),
                text -> text);
        RedactedReport report = RedactedReport.of(merged, how);
        return new ReportDelivery(spec).deliver(report, how);
    }
}
