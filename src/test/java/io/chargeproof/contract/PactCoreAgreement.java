package io.chargeproof.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.contract.PactCase.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares our verdicts with those of Pact's own core, case by case, and prints a table. It needs Node and
 * {@code @pact-foundation/pact-core} below {@code target/pact-core}, so it belongs to the profile {@code pact-core} alone.
 */
class PactCoreAgreement {
    private static final Path FOLDER = Path.of("target", "pact-core");

    private record Compared(PactCase one, boolean green, String why, PactJudgement ours) {
        boolean agreed() {
            return green == (ours.verdict() == Verdict.KEPT);
        }
    }

    @Test
    void says_what_the_core_says() throws IOException, InterruptedException {
        Map<String, List<PactCase>> groups = new java.util.LinkedHashMap<>();
        PactCases.VERSIONS.forEach(
                version -> groups.put("specification " + version, PactCases.ofSpecification(version)));
        groups.put("our own", PactCases.own());
        List<Compared> differing = new ArrayList<>();
        StringBuilder table = new StringBuilder("cases            | number | agreed | differing\n");
        for (Map.Entry<String, List<PactCase>> group : groups.entrySet()) {
            List<Compared> compared =
                    compared(group.getValue(), FOLDER.resolve("cases").resolve(group.getKey()));
            List<Compared> other =
                    compared.stream().filter(each -> !each.agreed()).toList();
            differing.addAll(other);
            compared.stream()
                    .filter(each -> each.green() != (each.one().verdict() == Verdict.KEPT))
                    .forEach(each ->
                            table.append("recorded otherwise: ").append(each).append('\n'));
            table.append("%-16s | %6d | %6d | %d%n"
                    .formatted(group.getKey(), compared.size(), compared.size() - other.size(), other.size()));
        }
        differing.forEach(each -> table.append("\n%s\n  core: %s %s\n  ours: %s %s\n"
                .formatted(
                        each.one(),
                        each.green() ? "green" : "red",
                        each.why(),
                        each.ours().verdict(),
                        each.ours().why())));
        System.out.println(table);
        Files.writeString(FOLDER.resolve("agreement.txt"), table);
        assertThat(differing).isEmpty();
    }

    private static List<Compared> compared(List<PactCase> cases, Path folder) throws IOException, InterruptedException {
        List<Path> files = PactJudgement.files(cases, folder);
        try (AnswerServer server =
                new AnswerServer(cases.stream().map(PactCase::answer).toList())) {
            Map<Integer, JsonNode> verdicts = core(files, server, folder);
            List<Compared> compared = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                JsonNode core = verdicts.get(i);
                compared.add(new Compared(
                        cases.get(i),
                        core.path("green").asBoolean(),
                        core.path("why").asString(),
                        PactJudgement.of(files.get(i), server.address(i))));
            }
            return compared;
        }
    }

    private static Map<Integer, JsonNode> core(List<Path> files, AnswerServer server, Path folder)
            throws IOException, InterruptedException {
        ObjectNode asked = JsonMapper.shared().createObjectNode();
        ArrayNode cases = asked.putArray("cases");
        for (int i = 0; i < files.size(); i++) {
            cases.addObject()
                    .put("id", i)
                    .put("provider", PactCase.PROVIDER)
                    .put("pact", files.get(i).toAbsolutePath().toString())
                    .put("base", server.address(i).toString());
        }
        Path input = Files.writeString(folder.resolve("cases.txt"), asked.toString());
        Path output = folder.resolve("verdicts.txt");
        ProcessBuilder node = new ProcessBuilder(
                        "node", "src/test/scripts/pact-core-verdicts.js", input.toString(), output.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        node.environment()
                .put(
                        "NODE_PATH",
                        FOLDER.resolve("node_modules").toAbsolutePath().toString());
        Process process = node.start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        Map<Integer, JsonNode> verdicts = new HashMap<>();
        for (String line : Files.readAllLines(output)) {
            JsonNode one = JsonMapper.shared().readTree(line);
            verdicts.put(one.path("id").asInt(), one);
        }
        return verdicts;
    }
}
