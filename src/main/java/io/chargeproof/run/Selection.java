package io.chargeproof.run;

import io.chargeproof.api.UsageException;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.yaml.NearestName;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which scenarios a run executes, and why the others are left out. */
final class Selection {
    private final List<SelectedScenario> all;
    private final List<SelectedScenario> selected;
    private final List<Exclusion> exclusions;

    /** Selects among all scenarios there are. */
    Selection(List<SelectedScenario> all, RunOptions options) {
        this.all = List.copyOf(all);
        this.exclusions = exclusions(options);
        List<SelectedScenario> kept = all.stream()
                .filter(scenario -> reasonAgainst(scenario).isEmpty())
                .toList();
        this.selected = sharded(kept, options.shard());
    }

    /**
     * A reason to leave scenarios out.
     *
     * @param reason the reason
     * @param applies to which it applies
     */
    private record Exclusion(String reason, Predicate<SelectedScenario> applies) {}

    /**
     * Looks at the words of a tag expression: one that no scenario bears is misspelt, or there is nothing that it could mean.
     *
     * @throws UsageException naming the tag, and what it was meant to be
     */
    void requireKnownTags(RunOptions options) {
        String tags = options.tags();
        if (tags == null) {
            return;
        }
        Set<String> known = new TreeSet<>(FeatureTags.known());
        all.forEach(scenario -> known.addAll(scenario.tags()));
        options.catalogue().all().forEach(requirement -> known.add("@" + requirement.id()));
        for (String word : tags.split("[\\s()]+", -1)) {
            boolean isTag = !word.isEmpty() && !Set.of("and", "or", "not").contains(word);
            if (isTag && !known.contains(word)) {
                String meant = NearestName.to(word, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
                if (!meant.isEmpty() || selected.isEmpty()) {
                    throw new UsageException("--tags: no scenario is tagged '" + word + "'" + meant);
                }
            }
        }
    }

    /** All scenarios there are. */
    List<SelectedScenario> all() {
        return all;
    }

    /** Those to execute. */
    List<SelectedScenario> selected() {
        return selected;
    }

    /** The requirements that the scenarios to execute are tagged with. */
    Set<RequirementId> requirements() {
        return selected.stream()
                .flatMap(scenario -> scenario.requirements().stream())
                .collect(Collectors.toSet());
    }

    /** Whether a scenario about an API, or about none, is executed. */
    boolean includes(Api api) {
        return selected.stream()
                .anyMatch(scenario -> scenario.api().isEmpty() || scenario.api().equals(api.label()));
    }

    /** Why a scenario isn't executed, if it isn't. */
    Optional<String> reasonAgainst(SelectedScenario scenario) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.applies().test(scenario))
                .map(Exclusion::reason)
                .findFirst();
    }

    /** The scenario that stands there. */
    SelectedScenario find(URI uri, int line) {
        Path file = Path.of(uri);
        return all.stream()
                .filter(scenario ->
                        scenario.line() == line && Path.of(scenario.uri()).equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no scenario was found at " + uri + ":" + line));
    }

    private static List<SelectedScenario> sharded(List<SelectedScenario> kept, RunOptions.@Nullable Shard shard) {
        if (shard == null) {
            return kept;
        }
        List<SelectedScenario> mine = new ArrayList<>();
        for (int i = shard.index() - 1; i < kept.size(); i += shard.count()) {
            mine.add(kept.get(i));
        }
        return mine;
    }

    private static List<Exclusion> exclusions(RunOptions options) {
        List<Exclusion> exclusions = new ArrayList<>();
        Profile profile = options.profile();
        Apis.all().stream().filter(api -> profile.find(api).isEmpty()).forEach(api -> exclusions.add(without(api)));
        options.catalogue()
                .all()
                .forEach(requirement -> against(requirement.id(), profile)
                        .ifPresent(why -> exclusions.add(new Exclusion(
                                why, scenario -> scenario.requirements().contains(requirement.id())))));
        if (options.permission().readOnly()) {
            exclusions.add(new Exclusion("it writes, and the run is read-only", scenario -> scenario.has("@writes")));
        }
        Depth depth = options.profile().depth();
        if (depth == Depth.SMOKE) {
            exclusions.add(new Exclusion("it isn't part of depth smoke", scenario -> !scenario.has("@smoke")));
        } else if (depth != Depth.FULL) {
            exclusions.add(new Exclusion("it is part of depth full only", scenario -> scenario.has("@probe")));
        }
        String tags = options.tags();
        if (tags != null) {
            Expression expression = parsed(tags);
            exclusions.add(new Exclusion("the tags leave it out", scenario -> !expression.evaluate(scenario.tags())));
        }
        Rerun rerun = options.rerun();
        if (rerun != null) {
            exclusions.add(new Exclusion(
                    "it conformed in run " + rerun.run(),
                    scenario -> !rerun.includes(scenario.location(), scenario.tags())));
        }
        return exclusions;
    }

    /** Why the profile lacks what a requirement is decided with. */
    private static Optional<String> against(RequirementId id, Profile profile) {
        return profile.find(id.api()).flatMap(described -> described.reasonAgainst(id));
    }

    private static Exclusion without(Api api) {
        return new Exclusion("the profile has no " + api.label(), scenario -> scenario.has(api.tag()));
    }

    private static Expression parsed(String tags) {
        try {
            return TagExpressionParser.parse(tags);
        } catch (TagExpressionException e) {
            throw new UsageException("--tags '" + tags + "' is no tag expression; write one such as '"
                    + Apis.all().stream()
                            .map(Api::tag)
                            .reduce((one, last) -> last)
                            .orElse("@smoke")
                    + " and not @hostile'");
        }
    }
}
