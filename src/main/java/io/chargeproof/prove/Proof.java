package io.chargeproof.prove;

import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.run.RunOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
 */
public record Proof(
        About about,
        List<Requirement> requirements,
        List<DefectResult> defects,
        List<DefectResult> combinations,
        List<VariantResult> variants,
        List<Requirement> unbreakable,
        List<String> scenarios) {
    public Proof {
        requirements = List.copyOf(requirements);
        defects = List.copyOf(defects);
        combinations = List.copyOf(combinations);
        variants = List.copyOf(variants);
        unbreakable = List.copyOf(unbreakable);
        scenarios = List.copyOf(scenarios);
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
        return problems;
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
