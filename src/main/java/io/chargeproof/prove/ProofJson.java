package io.chargeproof.prove;

import io.chargeproof.requirement.RequirementId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A proof as JSON: {@code prove.json}, and the file of strengths that the program ships. */
final class ProofJson {
    private ProofJson() {}

    /** {@code prove.json}, the truth that the page in Markdown repeats. */
    static String of(Proof proof) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("schema", "chargeproof/prove/1");
        putAbout(proof.about(), root.putObject("run"));
        root.put("exit-code", proof.exitCode());
        strings(root.putArray("problems"), proof.problems());
        putDefects(proof.defects(), root.putArray("defects"));
        putDefects(proof.combinations(), root.putArray("combinations"));
        putVariants(proof.variants(), root.putArray("variants"));
        putClients(proof.clients(), root.putArray("clients"));
        putInTraffic(proof, root.putObject("found-in-traffic"));
        putStrength(proof, root.putObject("strength"));
        strings(
                root.putArray("without-defect"),
                proof.unbreakable().stream().map(each -> each.id().value()).toList());
        putScenarios(proof, root.putArray("scenarios"));
        return pretty(root);
    }

    /** The defects caught and not caught by requirement, without anything that differs from one proof to the next. */
    static String strength(Proof proof) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        putStrength(proof, root.putObject("requirements"));
        return pretty(root);
    }

    private static void putAbout(Proof.About about, ObjectNode into) {
        into.put("started", about.started().toString())
                .put("duration-ms", about.duration().toMillis())
                .put("version", about.version())
                .put("seed", about.seed())
                .put("full", about.full())
                .put("chosen-defects-only", about.chosen())
                .put("shard", about.shard() == null ? null : about.shard().toString());
    }

    private static void putDefects(List<DefectResult> results, ArrayNode into) {
        for (DefectResult result : results) {
            ObjectNode node = into.addObject();
            node.put("id", result.defect().id())
                    .put("requirement", result.defect().requirement().value())
                    .put("sentence", result.defect().sentence());
            strings(node.putArray("variants"), result.variants());
            node.put("result", result.label())
                    .put("reach", result.reach().label())
                    .put("reason", result.reason());
            strings(node.putArray("caught-by"), result.caughtBy());
            ArrayNode collateral = node.putArray("collateral");
            result.collateral().forEach(each -> putCollateral(each, collateral.addObject()));
            FromTraffic traffic = result.fromTraffic();
            if (traffic != null) {
                strings(node.putObject("in-traffic").putArray("ordinary"), sorted(traffic.ordinary()));
                strings(((ObjectNode) node.path("in-traffic")).putArray("all"), sorted(traffic.all()));
            }
            node.put("duration-ms", result.duration().toMillis());
        }
    }

    private static List<String> sorted(Collection<RequirementId> ids) {
        return ids.stream().sorted().map(RequirementId::value).toList();
    }

    private static void putClients(List<ClientResult> results, ArrayNode into) {
        for (ClientResult result : results) {
            ObjectNode node = into.addObject();
            node.put("id", result.client().id())
                    .put(
                            "requirement",
                            result.client().requirement() == null
                                    ? null
                                    : result.client().requirement().value());
            strings(node.putArray("broken"), sorted(result.broken()));
        }
    }

    private static void putInTraffic(Proof proof, ObjectNode into) {
        put(proof.inTraffic(), into);
        ObjectNode rows = into.putObject("requirements");
        proof.inTrafficByRequirement().forEach((id, found) -> put(found, rows.putObject(id.value())));
    }

    private static void put(Proof.InTraffic found, ObjectNode into) {
        into.put("defects", found.defects())
                .put("ordinary", found.ordinary())
                .put("ordinary-anyhow", found.ordinaryAnyhow())
                .put("all", found.all())
                .put("all-anyhow", found.allAnyhow());
    }

    private static void putCollateral(DefectResult.Collateral each, ObjectNode into) {
        into.put("requirement", each.requirement().value())
                .put("outcome", each.outcome().label());
        strings(into.putArray("scenarios"), each.scenarios());
    }

    private static void putVariants(List<VariantResult> results, ArrayNode into) {
        for (VariantResult result : results) {
            ObjectNode node = into.addObject();
            strings(node.putArray("ids"), result.variants());
            node.put("depth", result.depth())
                    .put(
                            "verdict",
                            result.verdict() == null ? null : result.verdict().label());
            strings(node.putArray("alarms"), result.alarms());
            node.put("duration-ms", result.duration().toMillis());
        }
    }

    private static void putStrength(Proof proof, ObjectNode into) {
        for (Map.Entry<RequirementId, List<DefectResult>> row :
                proof.byRequirement().entrySet()) {
            ObjectNode node = into.putObject(row.getKey().value());
            strings(node.putArray("caught"), ids(row.getValue(), true));
            strings(node.putArray("survived"), ids(row.getValue(), false));
        }
    }

    private static List<String> ids(List<DefectResult> results, boolean caught) {
        return results.stream()
                .filter(result -> result.isCaught() == caught)
                .map(result -> result.defect().id())
                .sorted()
                .toList();
    }

    private static void putScenarios(Proof proof, ArrayNode into) {
        proof.byScenario().forEach((location, defects) -> {
            ObjectNode node = into.addObject().put("location", location);
            strings(node.putArray("found"), defects);
        });
    }

    private static void strings(ArrayNode into, Collection<String> values) {
        values.forEach(into::add);
    }

    private static String pretty(JsonNode node) {
        return node.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }
}
