package io.chargeproof.report;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Verdict;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a report back from its {@code conformance.json} and its exchanges. */
final class ConformanceReader {
    private final JsonNode root;
    private final Map<Long, Exchange> exchanges;
    private final List<LocatedFinding> findings = new ArrayList<>();

    /** A reader; a member that is missing or malformed is an exception of its later on. */
    ConformanceReader(JsonNode root, Map<Long, Exchange> exchanges) {
        this.root = root;
        this.exchanges = Map.copyOf(exchanges);
    }

    RunReport report() {
        for (JsonNode finding : root.required("findings")) {
            findings.addAll(FindingJson.read(finding, this::exchange));
        }
        List<RequirementResult> requirements = root.required("requirements")
                .valueStream()
                .map(this::requirement)
                .toList();
        return new RunReport(
                run(root.required("run")),
                scope(root.required("scope")),
                target(root.required("target")),
                verdict(root.required("verdict").asString()),
                root.required("exit-code").asInt(),
                requirements,
                scenarios(requirements),
                exchanges.values().stream()
                        .sorted((one, other) -> Long.compare(one.number(), other.number()))
                        .toList(),
                ScenarioJson.strings(root.required("leftovers")),
                ScenarioJson.strings(root.required("notices")),
                root.required("waivers")
                        .valueStream()
                        .map(ConformanceReader::waiver)
                        .toList());
    }

    private List<ScenarioResult> scenarios(List<RequirementResult> requirements) {
        Map<String, List<Finding>> byScenario = new HashMap<>();
        Set<RequirementId> rows =
                requirements.stream().map(result -> result.requirement().id()).collect(Collectors.toSet());
        Stream.concat(
                        requirements.stream().flatMap(result -> result.findings().stream()),
                        findings.stream().filter(located -> GroupedFinding.isForItself(located.finding(), rows)))
                .forEach(located -> byScenario
                        .computeIfAbsent(located.scenario(), at -> new ArrayList<>())
                        .add(located.finding()));
        return root.required("scenarios")
                .valueStream()
                .map(node -> ScenarioJson.read(
                        node, byScenario.getOrDefault(node.required("location").asString(), List.of())))
                .toList();
    }

    private List<LocatedFinding> about(RequirementId id) {
        return findings.stream()
                .filter(located -> id.equals(located.finding().requirement()))
                .toList();
    }

    private static RunReport.Run run(JsonNode node) {
        return new RunReport.Run(
                node.required("id").asString(),
                Instant.parse(node.required("started").asString()),
                Instant.parse(node.required("finished").asString()),
                node.required("version").asString(),
                node.path("commit").asStringOpt().orElse(null),
                node.required("seed").asLong(),
                node.required("depth").asString(),
                Ended.of(node.path("ended").asString(Ended.COMPLETE.label())));
    }

    static RunReport.Scope scope(JsonNode node) {
        return new RunReport.Scope(
                node.required("text").asString(),
                node.required("must").asInt(),
                node.required("decided").asInt(),
                text(node, "tags"),
                text(node, "shard"),
                node.required("read-only").asBoolean(),
                text(node, "rerun"),
                "warning".equals(text(node, "fail-on")),
                node.path("side").asString(RunReport.PROVIDER));
    }

    static RunReport.Target target(JsonNode node) {
        SortedMap<String, String> addresses = new TreeMap<>();
        node.path("apis").forEachEntry((api, address) -> addresses.put(api, address.asString()));
        // Lines of the history that earlier versions wrote have the addresses beside the name.
        Apis.all()
                .forEach(api -> node.path(api.label())
                        .asStringOpt()
                        .ifPresent(address -> addresses.putIfAbsent(api.label(), address)));
        return new RunReport.Target(
                node.required("name").asString(), node.required("kind").asString(), addresses);
    }

    private static RunReport.WaiverUse waiver(JsonNode node) {
        return new RunReport.WaiverUse(
                new RequirementId(node.required("requirement").asString()),
                node.required("reason").asString(),
                node.required("needed").asBoolean());
    }

    private RequirementResult requirement(JsonNode node) {
        Requirement requirement = new Requirement(
                new RequirementId(node.required("id").asString()),
                RequirementLevel.valueOf(node.required("level").asString()),
                node.required("statement").asString(),
                node.required("source").asString(),
                text(node, "decision"),
                node.required("look-at").asString(),
                text(node, "undecidable"));
        return new RequirementResult(
                requirement,
                HistoryLine.outcome(node.required("outcome").asString()),
                text(node, "reason"),
                node.required("checks").asInt(),
                strength(node.required("strength")),
                ScenarioJson.strings(node.required("scenarios")),
                about(requirement.id()),
                ScenarioJson.strings(node.required("observations")));
    }

    private static RequirementResult.@Nullable Strength strength(JsonNode node) {
        return node.isNull()
                ? null
                : new RequirementResult.Strength(
                        node.required("caught").asInt(),
                        node.required("defects").asInt());
    }

    private Exchange exchange(long number) {
        Exchange exchange = exchanges.get(number);
        if (exchange == null) {
            throw new IllegalArgumentException("exchange " + number + " isn't in " + ExchangesJsonl.FILE);
        }
        return exchange;
    }

    private static Verdict verdict(String label) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.label().equals(label)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("'" + label + "' is no verdict");
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.required(member).asStringOpt().orElse(null);
    }
}
