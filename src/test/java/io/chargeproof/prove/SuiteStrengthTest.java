package io.chargeproof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.profile.Depth;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.run.Suite;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.sandbox.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of the proof that every build carries out: a change that weakens the suite breaks it. */
class SuiteStrengthTest {
    private static final Path FEATURES = Path.of("features");

    @Test
    void catches_a_defect_of_each_requirement() {
        Map<RequirementId, String> defects = new TreeMap<>();
        SandboxCatalogue.defects().forEach(defect -> defects.putIfAbsent(defect.requirement(), defect.id()));

        Proof proof = proof(FEATURES, List.copyOf(defects.values()));

        assertThat(proof.problems()).isEmpty();
        assertThat(proof.exitCode()).isZero();
        assertThat(proof.defects()).hasSize(112).allMatch(DefectResult::isCaught);
    }

    @Test
    void lets_a_target_take_a_moment_and_not_longer() {
        Proof proof = proof(
                FEATURES,
                List.of(
                        "oioi-three-reads-are-stale",
                        "oioi-a-dozen-reads-are-stale",
                        "evc-new-customer-busy-at-first",
                        "evc-new-customer-unknown-for-long"));

        assertThat(proof.defects()).hasSize(4).allMatch(DefectResult::isCaught);
        assertThat(proof.defects().stream()
                        .filter(result -> result.defect().id().matches(".*(three|busy).*"))
                        .flatMap(result -> result.collateral().stream()))
                .isEmpty();
    }

    @Test
    void raises_no_alarm_over_a_variant_of_each_requirement() {
        Map<RequirementId, Variant> variants = new TreeMap<>();
        SandboxCatalogue.variants().stream()
                .filter(variant -> !variant.leavesOpen())
                .forEach(variant -> variants.put(variant.requirement(), variant));
        Trial trial = new Trial(null, List.copyOf(variants.values()), Depth.STANDARD, null, 1);
        ProveOptions options = options(FEATURES, List.of());

        VariantResult result = TrialEvaluation.ofVariant(
                trial,
                new SandboxTrialRunner(options, Suite.in(options.features(), options.catalogue())).carryOut(trial),
                Duration.ZERO);

        assertThat(trial.variants()).hasSizeGreaterThan(20);
        assertThat(result.alarms()).isEmpty();
        assertThat(result.passed()).isTrue();
    }

    @Test
    void is_not_proven_without_one_of_its_checks(@TempDir Path weakened) throws IOException {
        copyWithout("is refused as a generic error", weakened.resolve("features"));
        Defect defect = SandboxCatalogue.defects().stream()
                .filter(each -> each.id().equals("evc-unknown-card-attached"))
                .findFirst()
                .orElseThrow();

        Proof proof = proof(weakened.resolve("features"), List.of(defect.id()));

        assertThat(proof.exitCode()).isOne();
        assertThat(proof.problems())
                .singleElement()
                .asString()
                .startsWith("defect evc-unknown-card-attached of EVC-CARD-5 survives: conforms");
    }

    private static Proof proof(Path features, List<String> defects) {
        return new Prove(options(features, defects), ProveProgress.NONE).execute();
    }

    private static ProveOptions options(Path features, List<String> defects) {
        return new ProveOptions(RequirementCatalogue.shipped(), features, defects, false, null, 1, "0.0.0");
    }

    /** The features with a record alone in place of the outcomes that name a check. */
    private static void copyWithout(String check, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FEATURES)) {
            files = all.filter(file -> file.toString().endsWith(".feature")).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(FEATURES.relativize(file));
            Files.createDirectories(copy.getParent());
            List<String> kept = new ArrayList<>(Files.readAllLines(file));
            kept.replaceAll(line -> line.endsWith(check)
                    ? line.replaceAll("(Then|And) .*", "$1 what the target does is recorded")
                    : line);
            Files.write(copy, kept);
        }
    }
}
