package io.chargeproof.report;

import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** One line of {@code history.jsonl}: what became of a run. */
final class HistoryLine {
    private HistoryLine() {}

    static String of(RunReport report, Path directory) {
        RunReport.Run run = report.run();
        ObjectNode line = Json.object()
                .put("run", run.id())
                .put("directory", String.valueOf(directory.getFileName()))
                .put("started", run.started().toString())
                .put("finished", run.finished().toString())
                .put("version", run.version())
                .put("seed", run.seed())
                .put("depth", run.depth())
                .put("target", report.target().name())
                .put("verdict", report.verdict().label())
                .put("exit-code", report.exitCode())
                .put("scope", report.scope().text())
                .put("decided", report.scope().decided());
        ConformanceJson.putCounts(report, line.putObject("counts"));
        return Json.line(line.put("exchanges", report.exchanges().size()));
    }
}
