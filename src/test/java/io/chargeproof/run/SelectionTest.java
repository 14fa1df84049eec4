package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chargeproof.api.UsageException;
import io.chargeproof.api.evcnet.EvcNetModule;
import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final SelectedScenario CREATE = scenario(1, "@evc-net @smoke @writes @EVC-CREATE-1");
    private static final SelectedScenario LOOK = scenario(2, "@evc-net @EVC-HTTP-6");
    private static final SelectedScenario PROBE = scenario(3, "@evc-net @probe @EVC-HTTP-7");
    private static final SelectedScenario KEY = scenario(4, "@oioi @OIOI-KEY-1");
    private static final SelectedScenario KEY_LEAK = scenario(5, "@oioi @OIOI-KEY-3");
    private static final SelectedScenario OWN = scenario(6, "@mine");
    private static final List<SelectedScenario> ALL = List.of(CREATE, LOOK, PROBE, KEY, KEY_LEAK, OWN);

    /** Which lines of the suite are executed under which options. */
    @ParameterizedTest
    @CsvSource({
        "FULL,     false, ,                    '1 2 3 4 5 6'",
        "STANDARD, false, ,                    '1 2 4 5 6'",
        "SMOKE,    false, ,                    '1'",
        "STANDARD, true,  ,                    '2 4 5 6'",
        "FULL,     true,  ,                    '2 3 4 5 6'",
        "STANDARD, false, @oioi,               '4 5'",
        "STANDARD, false, @evc-net and @probe, ''",
        "FULL,     false, not @evc-net,        '4 5 6'",
    })
    void selects_by_depth_permission_and_tags(Depth depth, boolean readOnly, @Nullable String tags, String lines) {
        assertThat(lines(new Selection(ALL, options(target(), depth, readOnly, tags, null, null))))
                .isEqualTo(lines);
    }

    @Test
    void leaves_out_what_the_profile_does_not_describe() {
        Profile whole = target();
        assertThat(lines(selection(new Targets(null, OioiTarget.of(whole))))).isEqualTo("4 5 6");
        assertThat(lines(selection(new Targets(EvcNetTarget.of(whole), null)))).isEqualTo("1 2 3 6");
    }

    /** Without a key nobody can say what becomes of a wrong one; whether one is given away doesn't depend on it. */
    @Test
    void leaves_out_the_rows_of_a_key_that_the_profile_lacks() {
        OioiTarget oioi = Objects.requireNonNull(OioiTarget.of(target()));
        OioiTarget keyless = new OioiTarget(oioi.endpoint(), null, null, oioi.primary(), null, null);

        Selection selection = selection(new Targets(EvcNetTarget.of(target()), keyless));

        assertThat(lines(selection)).isEqualTo("1 2 3 5 6");
        assertThat(selection.reasonAgainst(KEY)).contains("the profile has no oioi.api-key");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, '1 2 3 4 5 6'", "1, 4, '1 5'", "2, 4, '2 6'", "3, 4, '3'", "4, 4, '4'"})
    void deals_the_scenarios_out_to_shards(int index, int count, String lines) {
        assertThat(lines(new Selection(
                        ALL, options(target(), Depth.FULL, false, null, new RunOptions.Shard(index, count), null))))
                .isEqualTo(lines);
    }

    @Test
    void repeats_what_an_earlier_run_left_open() {
        Rerun rerun = new Rerun("r-1", Map.of("f:1", Set.copyOf(CREATE.tags())), known(), Set.of());

        Selection selection = new Selection(ALL, options(target(), Depth.FULL, false, null, null, rerun));

        assertThat(lines(selection)).isEqualTo("1");
        assertThat(selection.reasonAgainst(LOOK)).contains("it conformed in run r-1");
    }

    @Test
    void says_why_a_scenario_is_left_out() {
        Profile whole = target();
        Selection smoke = new Selection(ALL, options(whole, Depth.SMOKE, true, "@oioi", null, null));
        assertThat(smoke.reasonAgainst(CREATE)).contains("it writes, and the run is read-only");
        assertThat(smoke.reasonAgainst(LOOK)).contains("it isn't part of depth smoke");
        assertThat(smoke.selected()).isEmpty();

        Selection standard = new Selection(ALL, options(whole, Depth.STANDARD, false, "@oioi", null, null));
        assertThat(standard.reasonAgainst(PROBE)).contains("it is part of depth full only");
        assertThat(standard.reasonAgainst(LOOK)).contains("the tags leave it out");
        assertThat(standard.reasonAgainst(KEY)).isEqualTo(Optional.empty());

        assertThat(selection(new Targets(null, null)).reasonAgainst(LOOK)).contains("the profile has no evc-net");
        assertThat(selection(new Targets(null, null)).reasonAgainst(KEY)).contains("the profile has no oioi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@oioi and", "(@oioi", "@oioi @evc-net"})
    void refuses_tags_that_are_no_expression(String tags) {
        RunOptions options = options(target(), Depth.FULL, false, tags, null, null);

        assertThatThrownBy(() -> new Selection(ALL, options))
                .isInstanceOf(UsageException.class)
                .hasMessage("--tags '" + tags + "' is no tag expression; write one such as '@oioi and not @hostile'");
    }

    /** A word that is much like a tag is misspelt; one that is like none may name what this suite lacks. */
    @ParameterizedTest
    @CsvSource({
        "@oioi,                       ",
        "@OIOI-GET-1 or not (@smoke), ",
        "@probe or @EVC-HTTP-6,       ",
        "@oioi or @balloon,           ",
        "@oioi or @mines,             --tags: no scenario is tagged '@mines'; did you mean '@mine'?",
        "@oioi or @writ,              --tags: no scenario is tagged '@writ'; did you mean '@writes'?",
        "@OIOI-GET-1x,                --tags: no scenario is tagged '@OIOI-GET-1x'; did you mean '@OIOI-GET-1'?",
        "@balloon,                    --tags: no scenario is tagged '@balloon'"
    })
    void refuses_a_tag_that_no_scenario_can_bear(String tags, @Nullable String refusal) {
        RunOptions options = options(target(), Depth.FULL, false, tags, null, null);
        Selection selection = new Selection(ALL, options);

        Throwable refused = catchThrowable(() -> selection.requireKnownTags(options));

        assertThat(refused == null ? null : refused.getMessage()).isEqualTo(refusal);
    }

    @Test
    void knows_the_rows_and_the_apis_of_what_is_executed() {
        Selection oioi = new Selection(ALL, options(target(), Depth.FULL, false, "@oioi", null, null));
        assertThat(oioi.requirements())
                .containsExactlyInAnyOrder(new RequirementId("OIOI-KEY-1"), new RequirementId("OIOI-KEY-3"));
        assertThat(oioi.includes(OioiModule.API)).isTrue();
        assertThat(oioi.includes(EvcNetModule.API)).isFalse();
        assertThat(oioi.all()).isEqualTo(ALL);

        Selection own = new Selection(ALL, options(target(), Depth.FULL, false, "@mine", null, null));
        assertThat(own.includes(EvcNetModule.API)).isTrue();
    }

    @Test
    void finds_a_scenario_by_its_place() {
        Selection selection = selection(new Targets(null, null));

        assertThat(selection.find(LOOK.uri(), 2)).isEqualTo(LOOK);
        assertThatThrownBy(() -> selection.find(LOOK.uri(), 9))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no scenario was found at file:///f:9");
        assertThatThrownBy(() -> selection.find(URI.create("file:///g"), 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no scenario was found at file:///g:2");
    }

    @Test
    void reaches_the_rows_of_what_is_executed_and_says_why_not_the_others() {
        Selection selection = new Selection(ALL, options(target(), Depth.STANDARD, false, null, null, null));

        RunScope reach = RunScope.of(selection, Map.of(OioiModule.API, "nobody answers"));

        assertThat(reach.includes().test(new RequirementId("EVC-CREATE-1"))).isTrue();
        assertThat(reach.includes().test(new RequirementId("EVC-HTTP-7"))).isFalse();
        assertThat(reach.whyNot().apply(new RequirementId("EVC-HTTP-7"))).isEqualTo("it is part of depth full only");
        assertThat(reach.whyNot().apply(new RequirementId("EVC-CARD-1")))
                .isEqualTo("no scenario that is executed names it");
        assertThat(reach.unreachable()).isEqualTo(Map.of(OioiModule.API, "nobody answers"));
    }

    @Test
    void takes_the_terms_of_a_run_from_its_options() {
        Rerun rerun = new Rerun("r-1", Map.of(), Map.of(), Set.of());

        assertThat(VerdictPolicy.of(options(target(), Depth.FULL, true, "@oioi", new RunOptions.Shard(2, 3), rerun)))
                .isEqualTo(new VerdictPolicy(false, "@oioi", "2/3", "r-1", true));
        assertThat(VerdictPolicy.of(options(target(), Depth.FULL, false, null, null, null)))
                .isEqualTo(new VerdictPolicy(false, null, null, null, false));
        assertThat(VerdictPolicy.ofWhole(new RunReport.Scope("", 0, 0, "@oioi", "1/2", true, "r-1", false), true))
                .isEqualTo(new VerdictPolicy(true, "@oioi", null, "r-1", true));
    }

    @Test
    void is_the_same_at_a_sandbox_in_the_targets_place() {
        RunOptions options = options(target(), Depth.FULL, true, "@oioi", new RunOptions.Shard(2, 3), null);
        Profile sandbox = Targeted.profile(null, Targeted.OIOI);

        RunOptions there = options.at(sandbox);

        assertThat(there.profile()).isEqualTo(sandbox);
        assertThat(there.adapters()).isEqualTo(RunOptions.Adapters.JDK_ONLY);
        assertThat(VerdictPolicy.of(there)).isEqualTo(VerdictPolicy.of(options));
    }

    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        ALL.forEach(each -> known.put(each.location(), Set.copyOf(each.tags())));
        return known;
    }

    private static String lines(Selection selection) {
        return String.join(
                " ",
                selection.selected().stream()
                        .map(each -> String.valueOf(each.line()))
                        .toList());
    }

    /** What a profile describes. */
    private record Targets(
            @Nullable EvcNetTarget evcNet, @Nullable OioiTarget oioi) {}

    private static Selection selection(Targets targets) {
        Profile whole = target();
        Profile some = whole.withApis(Stream.<@Nullable ApiTarget>of(targets.evcNet(), targets.oioi())
                .flatMap(Stream::ofNullable)
                .toList());
        return new Selection(ALL, options(some, Depth.FULL, false, null, null, null));
    }

    private static Profile target() {
        return Targeted.PROFILE;
    }

    static RunOptions options(
            Profile profile,
            Depth depth,
            boolean readOnly,
            @Nullable String tags,
            RunOptions.@Nullable Shard shard,
            @Nullable Rerun rerun) {
        return new RunOptions(
                profile.withDepth(depth),
                new RunPermission(readOnly, false),
                RequirementCatalogue.shipped(),
                Path.of("features"),
                List.of(),
                tags,
                shard,
                1,
                42,
                true,
                RunOptions.Adapters.BOTH,
                false,
                "0.1.0",
                rerun);
    }

    static SelectedScenario scenario(int line, String written) {
        List<String> tags = List.of(written.split(" "));
        return new SelectedScenario(
                "id-" + line,
                "scenario " + line,
                URI.create("file:///f"),
                line,
                line,
                "f:" + line,
                "a feature",
                "a rule",
                tags.contains("@evc-net") ? "evc-net" : tags.contains("@oioi") ? "oioi" : "",
                tags,
                tags.stream()
                        .map(tag -> tag.substring(1))
                        .filter(RequirementId::isOne)
                        .map(RequirementId::new)
                        .toList());
    }
}
