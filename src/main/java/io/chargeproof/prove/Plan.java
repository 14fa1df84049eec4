package io.chargeproof.prove;

import io.chargeproof.api.UsageException;
import io.chargeproof.profile.Depth;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which trials a proof consists of.
 *
 * <p>The clean sandbox meets everything. Variants meet the scenarios of their interfaces together, one of each requirement at
 * a time, the first of these groups with every hostile value and the others with a sample, another one for each; those of a
 * group that raises an alarm are tried alone. Then, since some wait long, come pairs of variants drawn by the seed, beside
 * each pair a defect, to see whether it is still caught. Each defect alone meets the scenarios of its requirement and its
 * API's smoke set, with a sample of the hostile values; one that they miss meets them with every value, and one that these
 * miss all of its API. In full, each defect and each variant meets every scenario of its API alone, with every value.
 */
final class Plan {
    private final ProveOptions options;
    private final TrialTargets subjects;
    private final List<Trial> trials = new ArrayList<>();

    private Plan(ProveOptions options, TrialTargets subjects) {
        this.options = options;
        this.subjects = subjects;
    }

    /**
     * The trials, or those of the shard.
     *
     * @throws UsageException if there are none
     */
    static List<Trial> of(ProveOptions options, TrialTargets subjects) {
        Plan plan = new Plan(options, subjects);
        if (options.defects().isEmpty()) {
            plan.everything();
        } else {
            plan.chosen();
        }
        List<Trial> mine = plan.sharded();
        if (mine.isEmpty()) {
            throw new UsageException("--shard " + options.shard() + " has none of the " + plan.trials.size()
                    + " trials; split them into fewer parts");
        }
        return mine;
    }

    private void everything() {
        add(null, List.of(), Depth.FULL, null);
        if (options.full()) {
            subjects.variants()
                    .forEach(variant -> add(null, List.of(variant), Depth.FULL, scenariosOf(List.of(variant))));
        } else {
            together();
        }
        combinations();
        subjects.defects().forEach(this::alone);
    }

    /** Chosen defects, and before them what a sandbox without them gets, lest a false alarm pass for a catch. */
    private void chosen() {
        List<Defect> defects = subjects.defects().stream()
                .filter(defect -> options.defects().contains(defect.id()))
                .toList();
        String tags = defects.stream().map(Plan::scenariosOf).distinct().collect(Collectors.joining(" or "));
        add(null, List.of(), Depth.FULL, options.full() ? null : tags);
        defects.forEach(this::alone);
    }

    private void alone(Defect defect) {
        if (options.full()) {
            add(defect, List.of(), Depth.FULL, defect.requirement().api().tag());
        } else {
            add(defect, List.of(), Depth.STANDARD, scenariosOf(defect));
        }
    }

    private void together() {
        Map<RequirementId, List<Variant>> byRequirement = subjects.variants().stream()
                .collect(Collectors.groupingBy(Variant::requirement, LinkedHashMap::new, Collectors.toList()));
        int most = byRequirement.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            int round = i;
            List<Variant> batch = byRequirement.values().stream()
                    .flatMap(each -> each.stream().skip(round).limit(1))
                    .toList();
            add(null, batch, round == 0 ? Depth.FULL : Depth.STANDARD, scenariosOf(batch));
        }
    }

    /** Scenarios of the other interface can't see a variant of this one. */
    private static @Nullable String scenariosOf(List<Variant> batch) {
        Set<Api> apis =
                batch.stream().map(variant -> variant.requirement().api()).collect(Collectors.toSet());
        return apis.size() > 1 ? null : apis.iterator().next().tag();
    }

    private void combinations() {
        Random random = new Random(options.seed());
        for (Api api : Apis.all()) {
            List<Variant> variants = new ArrayList<>(subjects.variants().stream()
                    .filter(variant -> variant.requirement().api().equals(api))
                    .toList());
            List<Defect> defects = subjects.defects().stream()
                    .filter(defect -> defect.requirement().api().equals(api))
                    .toList();
            Collections.shuffle(variants, random);
            for (int i = 0; i + 1 < variants.size() && !defects.isEmpty(); i += 2) {
                Defect defect = defects.get(random.nextInt(defects.size()));
                add(defect, variants.subList(i, i + 2), Depth.STANDARD, scenariosOf(defect));
            }
        }
    }

    private static String scenariosOf(Defect defect) {
        String shownBy = defect.shownBy() == null ? "" : " or @" + defect.shownBy();
        return "@" + defect.requirement() + shownBy + " or (@smoke and "
                + defect.requirement().api().tag() + ")";
    }

    private void add(@Nullable Defect defect, List<Variant> variants, Depth depth, @Nullable String tags) {
        trials.add(new Trial(defect, variants, depth, tags, options.seed() + trials.size()));
    }

    private List<Trial> sharded() {
        var shard = options.shard();
        if (shard == null) {
            return trials;
        }
        return Stream.iterate(shard.index() - 1, i -> i < trials.size(), i -> i + shard.count())
                .map(trials::get)
                .toList();
    }
}
