package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.run.Coverage;
import io.chargeproof.traffic.client.ClientRules;
import java.util.List;
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

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            description = "provider, or client, whose requirements traffic decides (default: ${DEFAULT-VALUE}).")
    String side = "provider";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean client = isAboutClients();
        Coverage coverage = client
                ? Coverage.of(
                        InstallDirectory.resolve("src/client-features"),
                        RequirementCatalogue.ofClients(),
                        List.of(ClientRules.class.getPackageName()))
                : Coverage.of(InstallDirectory.resolve("features"));
        String text = switch (format) {
            case "table" -> coverage.table();
            case "markdown" ->
                coverage.markdown(
                        client
                                ? "./chargeproof requirements --side client --format markdown >src/client-features/README.md"
                                : "./chargeproof requirements --format markdown >features/README.md");
            case "json" -> coverage.json();
            default -> throw new UsageException("--format knows table, markdown and json, not '" + format + "'");
        };
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private boolean isAboutClients() {
        return switch (side) {
            case "provider" -> false;
            case "client" -> true;
            default -> throw new UsageException("--side knows provider and client, not '" + side + "'");
        };
    }
}
