package io.chargeproof.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.report.Markdown;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportFormat;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.RunReport;
import io.chargeproof.sandbox.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of a client and the variants that it has to bear: {@code client.md} and {@code client.json}.
 *
 * @param runs the runs of its command
 */
public record ClientTable(List<ClientRun> runs) implements ReportFormat {
    public ClientTable {
        runs = List.copyOf(runs);
    }

    /** The requirements on clients that were found broken in a run. */
    public static TreeSet<String> broken(ClientRun run, RunReport report) {
        return report.scenarios().stream()
                .filter(scenario -> scenario.location().startsWith(run.name() + " ("))
                .flatMap(scenario -> scenario.findings().stream())
                .filter(finding -> finding.requirement() != null)
                .map(finding -> label(finding))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String label(Finding finding) {
        return finding.requirement() + (finding.outcome() == Outcome.VIOLATION ? "" : " (SHOULD)");
    }

    @Override
    public void write(RedactedReport report, ReportOptions options, Path into) throws IOException {
        Files.writeString(into.resolve("client.md"), markdown(report.report(), options), UTF_8);
        Files.writeString(into.resolve("client.json"), json(report.report(), options), UTF_8);
    }

    private String markdown(RunReport report, ReportOptions options) {
        StringBuilder page = new StringBuilder("""
                # What the client copes with

                | sandbox | command | seconds | requests | broken by the client |
                |---|---|---|---|---|
                """);
        for (ClientRun run : runs) {
            page.append("| ")
                    .append(Markdown.code(run.name()))
                    .append(" | ")
                    .append(run.ended().isWell() ? "passes" : "**" + run.ended().inWords() + "**")
                    .append(" | ")
                    .append(run.ended().duration().toSeconds())
                    .append(" | ")
                    .append(run.requests())
                    .append(" | ")
                    .append(String.join(", ", broken(run, report)))
                    .append(" |\n");
        }
        runs.stream().filter(run -> !run.ended().isWell()).forEach(run -> {
            page.append("\n## ").append(Markdown.text(run.name())).append("\n\n");
            run.variants()
                    .forEach(variant -> page.append("- ")
                            .append(Markdown.text(variant.sentence()))
                            .append('\n'));
            page.append("\nIt ended with ").append(run.ended().inWords()).append(", and said last:\n\n");
            run.ended()
                    .lastLines()
                    .forEach(line -> page.append("    ")
                            .append(options.redactor().redact(line))
                            .append('\n'));
        });
        return page.toString();
    }

    private String json(RunReport report, ReportOptions options) {
        ObjectNode root = JsonMapper.shared().createObjectNode().put("schema", "chargeproof/client/1");
        ArrayNode all = root.putArray("runs");
        for (ClientRun run : runs) {
            ObjectNode node = all.addObject();
            ArrayNode variants = node.putArray("variants");
            run.variants().stream().map(Variant::id).forEach(variants::add);
            node.put("exit-code", run.ended().code())
                    .put("copes", run.ended().isWell())
                    .put("duration-ms", run.ended().duration().toMillis())
                    .put("requests", run.requests());
            ArrayNode broken = node.putArray("broken");
            broken(run, report).stream()
                    .map(label -> label.replace(" (SHOULD)", ""))
                    .forEach(broken::add);
            ArrayNode lines = node.putArray("last-lines");
            run.ended().lastLines().stream().map(options.redactor()::redact).forEach(lines::add);
        }
        return root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }
}
