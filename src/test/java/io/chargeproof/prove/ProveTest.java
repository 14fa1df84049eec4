package io.chargeproof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.requirement.RequirementCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves the shipped suite, and a weaker one, on defects of the sandbox. */
class ProveTest {
    private static final String CARDS = "evc-net/attach-card.feature";

    @Test
    void catches_defects_of_either_api() {
        Proof proof = prove(
                Path.of("features"), "evc-unknown-card-attached", "oioi-vat-not-validated", "evc-token-in-header");

        assertThat(proof.problems()).isEmpty();
        assertThat(proof.defects()).extracting(DefectResult::label).containsOnly("caught");
        assertThat(proof.defects()).hasSize(3);
        assertThat(proof.exitCode()).isZero();
    }

    @Test
    void names_what_survives_a_suite_that_lacks_a_scenario(@TempDir Path features) throws IOException {
        String whole = Files.readString(Path.of("features", CARDS));
        String weaker = whole.replaceFirst("(?s)  @EVC-CARD-5\\R.*?(?=  @EVC-CARD-6\\R)", "");
        Files.createDirectories(features.resolve("evc-net"));
        Files.writeString(features.resolve(CARDS), weaker);

        Proof proof = prove(features, "evc-unknown-card-attached");

        assertThat(weaker).isNotEqualTo(whole);
        assertThat(proof.problems())
                .containsExactly("defect evc-unknown-card-attached of EVC-CARD-5 survives:"
                        + " out-of-scope, no scenario that is executed names it");
        assertThat(proof.exitCode()).isEqualTo(1);
    }

    @Test
    void writes_a_page_and_its_data(@TempDir Path reports) throws IOException {
        Proof proof = prove(Path.of("features"), "evc-create-answers-201");

        Path written = ProofWriter.write(proof, reports);

        assertThat(written.getFileName().toString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ-prove");
        assertThat(Files.readString(written.resolve("prove.json")))
                .contains("\"id\" : \"evc-create-answers-201\"", "\"result\" : \"caught\"");
        assertThat(Files.readString(written.resolve("prove.md"))).startsWith("# Strength proven: 1 of 1 defects");
    }

    private static Proof prove(Path features, String... defects) {
        ProveOptions options =
                new ProveOptions(RequirementCatalogue.shipped(), features, List.of(defects), false, null, 1, "0.0.0");
        return new Prove(options, ProveProgress.NONE).execute();
    }
}
