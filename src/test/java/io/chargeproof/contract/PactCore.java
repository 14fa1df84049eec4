package io.chargeproof.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pact's own core, as npm's {@code @pact-foundation/pact} has it, in Node. */
final class PactCore {
    static final Path FOLDER = Path.of("target", "pact-core");

    /** The newest that runs on Node 20; with pact-core 19.2. */
    private static final String PACKAGE = "@pact-foundation/pact@" + System.getProperty("pact-core.version", "16.4.0");

    private static final int MINUTES = 10;

    private PactCore() {}

    /**
     * What the core says of a verification.
     *
     * @param green whether everything is verified
     * @param why what isn't
     */
    record Said(boolean green, String why) {}

    /** Has npm fetch it, unless it is there. */
    static void install() throws IOException, InterruptedException {
        Path installed = FOLDER.resolve("installed.txt");
        if (Files.exists(installed) && Files.readString(installed).equals(PACKAGE)) {
            return;
        }
        Files.createDirectories(FOLDER);
        run(
                "install.log",
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--no-save",
                "--prefix",
                FOLDER.toString(),
                PACKAGE);
        Files.writeString(installed, PACKAGE);
    }

    /** The folder with pacts that others make. */
    static Path consumers() throws IOException, InterruptedException {
        Path folder = FOLDER.resolve("consumers");
        Files.createDirectories(folder);
        run("consumers.log", "node", "src/test/scripts/pact-consumers.js", folder.toString());
        return folder;
    }

    /** What it says of these verifications, in their order. */
    static List<Said> verdicts(List<PactCoreAgreement.Trial> trials) throws IOException, InterruptedException {
        ObjectNode asked = JsonMapper.shared().createObjectNode();
        ArrayNode cases = asked.putArray("cases");
        for (int i = 0; i < trials.size(); i++) {
            PactCoreAgreement.Trial trial = trials.get(i);
            cases.addObject()
                    .put("id", i)
                    .put("provider", trial.provider())
                    .put("pact", trial.pact().toAbsolutePath().toString())
                    .put("base", trial.base().toString())
                    .put(
                            "states",
                            trial.states() == null ? null : trial.states().toString());
        }
        Path input = Files.writeString(FOLDER.resolve("cases.json"), asked.toString());
        Path output = FOLDER.resolve("verdicts.jsonl");
        run("verdicts.log", "node", "src/test/scripts/pact-core-verdicts.js", input.toString(), output.toString());
        List<Said> said = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            JsonNode one = JsonMapper.shared().readTree(line);
            said.add(new Said(one.path("green").asBoolean(), one.path("why").asString()));
        }
        assertThat(said).hasSameSizeAs(trials);
        return said;
    }

    /** Whether it is content with what a broker has for a provider, and tells the broker. */
    static boolean verifies(URI broker, URI base, String provider, String version, String branch)
            throws IOException, InterruptedException {
        return exitCode(
                        "broker.log",
                        "node",
                        "src/test/scripts/pact-core-broker.js",
                        broker.toString(),
                        base.toString(),
                        provider,
                        version,
                        branch)
                == 0;
    }

    private static void run(String log, String... command) throws IOException, InterruptedException {
        assertThat(exitCode(log, command))
                .as("%s, see %s", String.join(" ", command), FOLDER.resolve(log))
                .isZero();
    }

    private static int exitCode(String log, String... command) throws IOException, InterruptedException {
        Path output = FOLDER.resolve(log);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .put(
                        "NODE_PATH",
                        FOLDER.resolve("node_modules").toAbsolutePath().toString());
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
