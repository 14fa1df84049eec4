package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.run.Coverage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the catalogue with the scenarios and checks of each requirement. */
@Command(
        name = "requirements",
        mixinStandardHelpOptions = true,
        description = "Prints the requirements with the scenarios and checks that decide each.",
        footer = {"", "Example:", "  chargeproof requirements --format markdown"})
final class RequirementsCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, markdown or json (default: ${DEFAULT-VALUE}).")
    String format = "table";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Coverage coverage = Coverage.of(InstallDirectory.resolve("features"));
        String text = switch (format) {
            case "table" -> coverage.table();
            case "markdown" -> coverage.markdown();
            case "json" -> coverage.json();
            default -> throw new UsageException("--format knows table, markdown and json, not '" + format + "'");
        };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
