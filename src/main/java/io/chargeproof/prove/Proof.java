package io.chargeproof.prove;

import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.run.RunOptions;
import io.chargeproof.sandbox.Defect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How strong a suite has proven.
 *
 * @param about which proof it was
 * @param requirements the requirements, in their order
 * @param defects what came of each defect alone
 * @param combinations what came of defects beside variants
 * @param variants what came of the clean sandbox and of each variant, alone and together
 * @param unbreakable each MUST and SHOULD that no defect breaks
 * @param scenarios where every scenario of the suite stands
 * @param clients what judging their traffic said of clients whose conduct is known
 */
public record Proof(
        About about,
        List<Requirement> requirements,
        List<DefectResult> defects,
        List<DefectResult> combinations,
        List<VariantResult> variants,
        List<Requirement> unbreakable,
        List<String> scenarios,
        List<ClientResult> clients) {
    /** One in which no clients were tried. */
    public Proof(
            About about,
            List<Requirement> requirements,
            List<DefectResult> defects,
            List<DefectResult> combinations,
            List<VariantResult> variants,
            List<Requirement> unbreakable,
            List<String> scenarios) {
        this(about, requirements, defects, combinations, variants, unbreakable, scenarios, List.of());
    }

    public Proof {
        requirements = List.copyOf(requirements);
        defects = List.copyOf(defects);
        combinations = List.copyOf(combinations);
        variants = List.copyOf(variants);
        unbreakable = List.copyOf(unbreakable);
        scenarios = List.copyOf(scenarios);
        clients = List.copyOf(clients);
    }

    /**
     * Which proof it was.
     *
     * @param started when it began
     * @param duration how long it took
     * @param version Chargeproof's version
     * @param seed what its random choices derive from
     * @param full whether each defect met every scenario of its API
     * @param chosen whether only chosen defects were tried
     * @param shard the part that it was, if it was one
     */
    public record About(
            Instant started,
            Duration duration,
            String version,
            long seed,
            boolean full,
            boolean chosen,
            RunOptions.@Nullable Shard shard) {
        /** Whether every defect was tried. */
        public boolean isWhole() {
            return !chosen && shard == null;
        }
    }

    /**
     * Why the proof fails, a sentence each; empty if it doesn't. A defect that isn't caught beside variants is no reason: a
     * variant may hide it rightly, as one that leaves out bodies hides what is wrong in them.
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        variants.forEach(result -> result.problem().ifPresent(problems::add));
        defects.forEach(result -> result.problem().ifPresent(problems::add));
        unbreakable.forEach(requirement -> problems.add(
                "no defect breaks " + requirement.id() + " (" + requirement.level() + "): " + requirement.statement()));
        clients.forEach(result -> result.problem().ifPresent(problems::add));
        unbrokenByClients().forEach(id -> problems.add("no client that is made up breaks " + id));
        return problems;
    }

    private List<RequirementId> unbrokenByClients() {
        return clients.isEmpty()
                ? List.of()
                : RequirementCatalogue.ofClients().all().stream()
                        .map(Requirement::id)
                        .filter(id -> clients.stream()
                                .noneMatch(result -> id.equals(result.client().requirement())))
                        .toList();
    }

    /**
     * How many of some defects alone show in traffic.
     *
     * @param defects how many there are
     * @param ordinary how many show in the traffic of the happy paths, as a breach of their own requirement
     * @param ordinaryAnyhow the same as a breach of whatever requirement
     * @param all how many show in all traffic of their trials, as a breach of their own requirement
     * @param allAnyhow the same as a breach of whatever requirement
     */
    public record InTraffic(long defects, long ordinary, long ordinaryAnyhow, long all, long allAnyhow) {
        static InTraffic of(List<DefectResult> results) {
            return new InTraffic(
                    results.size(),
                    shown(results, (defect, traffic) -> traffic.isCaughtInOrdinaryTraffic(defect.requirement())),
                    shown(results, (defect, traffic) -> !traffic.ordinary().isEmpty()),
                    shown(results, (defect, traffic) -> traffic.isCaught(defect.requirement())),
                    shown(results, (defect, traffic) -> !traffic.all().isEmpty()));
        }

        private static long shown(List<DefectResult> results, BiPredicate<Defect, FromTraffic> shows) {
            return results.stream()
                    .filter(result -> result.fromTraffic() != null && shows.test(result.defect(), result.fromTraffic()))
                    .count();
        }
    }

    /** How many of the defects alone show in traffic. */
    public InTraffic inTraffic() {
        return InTraffic.of(defects);
    }

    /** How many of the defects alone of each requirement that has any show in traffic. */
    public Map<RequirementId, InTraffic> inTrafficByRequirement() {
        Map<RequirementId, InTraffic> rows = new LinkedHashMap<>();
        byRequirement().forEach((id, results) -> rows.put(id, InTraffic.of(results)));
        return rows;
    }

    /** 0 if nothing is wrong, else 1. */
    public int exitCode() {
        return problems().isEmpty() ? 0 : 1;
    }

    /** What came of the defects of each requirement that has any. */
    public Map<RequirementId, List<DefectResult>> byRequirement() {
        Map<RequirementId, List<DefectResult>> matrix = new LinkedHashMap<>();
        for (Requirement requirement : requirements) {
            List<DefectResult> own = defects.stream()
                    .filter(result -> result.defect().requirement().equals(requirement.id()))
                    .toList();
            if (!own.isEmpty()) {
                matrix.put(requirement.id(), own);
            }
        }
        return matrix;
    }

    /** The IDs of defects that each scenario found, as a breach of their own requirement or of another. */
    public Map<String, TreeSet<String>> byScenario() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        scenarios.forEach(location -> found.put(location, new TreeSet<>()));
        for (DefectResult result : defects) {
            Stream.concat(
                            result.caughtBy().stream(),
                            result.collateral().stream().flatMap(each -> each.scenarios().stream()))
                    .forEach(location -> found.computeIfAbsent(location, each -> new TreeSet<>())
                            .add(result.defect().id()));
        }
        return found;
    }

    /** Where the scenarios stand that found none of the defects; it says something only of a full proof. */
    public List<String> idleScenarios() {
        Map<String, TreeSet<String>> found = byScenario();
        return scenarios.stream()
                .filter(location ->
                        found.getOrDefault(location, new TreeSet<>()).isEmpty())
                .toList();
    }

    /** How many of the defects alone were caught. */
    public long caught() {
        return defects.stream().filter(DefectResult::isCaught).count();
    }
}
