package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented profile to start from. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes a commented profile to start from, and the schema that editors complete it by.",
        footer = {"", "Example:", "  chargeproof init acceptance.yaml"})
final class InitCommand implements Callable<Integer> {
    private static final String SCHEMA = "profile.schema.json";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "acceptance.yaml",
            description = "The profile to write (default: ${DEFAULT-VALUE}).")
    Path file = Path.of("acceptance.yaml");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw new UsageException(file + " is there already and stays as it is; name another file");
        }
        Path schema = file.toAbsolutePath().resolveSibling(SCHEMA);
        write("/profile/template.yaml", file);
        write("/profile/" + SCHEMA, schema);
        spec.commandLine().getOut().println("Wrote " + file + " and beside it " + SCHEMA + ".");
        spec.commandLine().getOut().println("Fill it in, then: chargeproof run --profile " + file);
        return 0;
    }

    private static void write(String resource, Path to) {
        try (InputStream in = InitCommand.class.getResourceAsStream(resource)) {
            Files.write(to, Objects.requireNonNull(in, resource + " is missing").readAllBytes());
        } catch (IOException e) {
            throw new UsageException(to + " can't be written: " + e.getMessage());
        }
    }
}
