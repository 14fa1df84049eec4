package io.chargeproof.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.UsageException;
import io.chargeproof.profile.Depth;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.run.RunOptions.Shard;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.Variant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Defect CARD = new Defect("card-taken", new RequirementId("EVC-CARD-5"), "It is taken.");
    private static final Defect POST = new Defect("post-lost", new RequirementId("OIOI-POST-5"), "It is lost.");
    private static final Variant ONE = new Variant("one", new RequirementId("EVC-HTTP-3"), "One.");
    private static final Variant OTHER = new Variant("other", new RequirementId("EVC-HTTP-3"), "Other.");
    private static final Variant THIRD = new Variant("third", new RequirementId("OIOI-GET-6"), "Third.");
    private static final TrialTargets SUBJECTS = new TrialTargets(List.of(CARD, POST), List.of(ONE, OTHER, THIRD));

    @Test
    void tries_variants_together_then_a_defect_beside_two_then_each_alone() {
        assertThat(Plan.of(options(List.of(), false, null), SUBJECTS).stream().map(PlanTest::told))
                .containsExactly(
                        "the clean sandbox, full, null",
                        "variants one, third, full, null",
                        "variant other, standard, @evc-net",
                        "defect card-taken beside one, other, standard, @EVC-CARD-5 or (@smoke and @evc-net)",
                        "defect card-taken, standard, @EVC-CARD-5 or (@smoke and @evc-net)",
                        "defect post-lost, standard, @OIOI-POST-5 or (@smoke and @oioi)");
    }

    @Test
    void lets_each_meet_its_whole_api_in_full() {
        assertThat(Plan.of(options(List.of(), true, null), SUBJECTS).stream().map(PlanTest::told))
                .containsExactly(
                        "the clean sandbox, full, null",
                        "variant one, full, @evc-net",
                        "variant other, full, @evc-net",
                        "variant third, full, @oioi",
                        "defect card-taken beside one, other, standard, @EVC-CARD-5 or (@smoke and @evc-net)",
                        "defect card-taken, full, @evc-net",
                        "defect post-lost, full, @oioi");
    }

    @Test
    void tries_chosen_defects_after_a_clean_sandbox() {
        assertThat(Plan.of(options(List.of("post-lost"), false, null), SUBJECTS).stream()
                        .map(PlanTest::told))
                .containsExactly(
                        "the clean sandbox, full, @OIOI-POST-5 or (@smoke and @oioi)",
                        "defect post-lost, standard, @OIOI-POST-5 or (@smoke and @oioi)");
    }

    @Test
    void carries_out_each_trial_in_one_of_the_shards() {
        List<Trial> parts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            parts.addAll(Plan.of(options(List.of(), false, new Shard(i, 3)), SUBJECTS));
        }

        assertThat(parts).containsExactlyInAnyOrderElementsOf(Plan.of(options(List.of(), false, null), SUBJECTS));
    }

    @Test
    void refuses_a_shard_without_trials() {
        assertThatThrownBy(() -> Plan.of(options(List.of("post-lost"), false, new Shard(3, 3)), SUBJECTS))
                .isInstanceOf(UsageException.class)
                .hasMessage("--shard 3/3 has none of the 2 trials; split them into fewer parts");
    }

    @Test
    void widens_a_trial_up_to_its_api() {
        Trial own =
                Plan.of(options(List.of("card-taken"), false, null), SUBJECTS).get(1);
        Trial ownInFull = own.wider().orElseThrow();
        Trial sampled = ownInFull.wider().orElseThrow();
        Trial whole = sampled.wider().orElseThrow();

        assertThat(told(own)).isEqualTo("defect card-taken, standard, @EVC-CARD-5 or (@smoke and @evc-net)");
        assertThat(told(ownInFull)).isEqualTo("defect card-taken, full, @EVC-CARD-5 or (@smoke and @evc-net)");
        assertThat(told(sampled)).isEqualTo("defect card-taken, standard, @evc-net");
        assertThat(told(whole)).isEqualTo("defect card-taken, full, @evc-net");
        assertThat(whole.wider()).isEmpty();
        assertThat(List.of(own.reach(), ownInFull.reach(), sampled.reach(), whole.reach()))
                .containsExactly(TrialStage.OWN, TrialStage.OWN_IN_FULL, TrialStage.SAMPLED, TrialStage.WHOLE_API);
    }

    private static String told(Trial trial) {
        Depth depth = trial.depth();
        return trial.name() + ", " + depth.label() + ", " + trial.tags();
    }

    static ProveOptions options(List<String> defects, boolean full, @Nullable Shard shard) {
        return new ProveOptions(RequirementCatalogue.shipped(), Path.of("features"), defects, full, shard, 1, "0.0.0");
    }
}
