package io.chargeproof.prove;

import io.chargeproof.report.Markdown;
import io.chargeproof.requirement.Requirement;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code prove.md}: the proof on one page. */
final class ProofMarkdown {
    private static final int SHOWN = 5;

    private final Proof proof;
    private final StringBuilder page = new StringBuilder();

    private ProofMarkdown(Proof proof) {
        this.proof = proof;
    }

    static String of(Proof proof) {
        return new ProofMarkdown(proof).render();
    }

    private String render() {
        line("# Strength " + ProofText.headline(proof));
        line("");
        line(ProofText.manner(proof));
        if (!proof.clients().isEmpty()) {
            line("");
            line(ProofText.traffic(proof));
        }
        problems();
        matrix();
        collateral();
        combinations();
        variants();
        clients();
        inTraffic();
        idle();
        return page.toString();
    }

    private void problems() {
        if (!proof.problems().isEmpty()) {
            section("What fails");
            proof.problems().forEach(problem -> line("- " + Markdown.text(problem)));
        }
    }

    private void matrix() {
        section("Requirements, defects, and the scenarios that caught them");
        line("| requirement | level | strength | defect | caught by |");
        line("|---|---|---|---|---|");
        var byRequirement = proof.byRequirement();
        for (Requirement requirement : proof.requirements()) {
            List<DefectResult> own = byRequirement.getOrDefault(requirement.id(), List.of());
            long caught = own.stream().filter(DefectResult::isCaught).count();
            String strength = caught + " of " + own.size();
            for (DefectResult result : own) {
                row(
                        requirement.id().value(),
                        requirement.level().name(),
                        strength,
                        Markdown.code(result.defect().id()) + " "
                                + Markdown.text(result.defect().sentence()),
                        result.isCaught() ? catchers(result) : "**" + result.label() + "**");
            }
        }
    }

    private void collateral() {
        List<DefectResult> red = proof.defects().stream()
                .filter(result -> !result.collateral().isEmpty())
                .toList();
        if (red.isEmpty()) {
            return;
        }
        section("Collateral: what else was found broken");
        line("| defect | of | requirement | outcome | scenarios |");
        line("|---|---|---|---|---|");
        for (DefectResult result : red) {
            for (DefectResult.Collateral each : result.collateral()) {
                row(
                        Markdown.code(result.defect().id()),
                        result.defect().requirement().value(),
                        each.requirement().value(),
                        each.outcome().label(),
                        inCode(each.scenarios()));
            }
        }
    }

    /** Where a trial had no traffic to judge, as in a proof that was made up, there is nothing to say. */
    private void inTraffic() {
        if (proof.defects().stream().allMatch(result -> result.fromTraffic() == null)) {
            return;
        }
        section("What judging traffic alone finds");
        line(
                "Of the defects of each requirement, how many `judge` finds in the traffic of the smoke scenarios, and in all that"
                        + " each trial sent: as a breach of that very requirement, or of any.");
        line("");
        line("| requirement | defects | smoke, own | smoke, any | all, own | all, any |");
        line("|---|---|---|---|---|---|");
        proof.inTrafficByRequirement().forEach((id, found) -> row(id.value(), found));
        row("**all**", proof.inTraffic());
    }

    private void row(String name, Proof.InTraffic found) {
        row(
                name,
                Long.toString(found.defects()),
                Long.toString(found.ordinary()),
                Long.toString(found.ordinaryAnyhow()),
                Long.toString(found.all()),
                Long.toString(found.allAnyhow()));
    }

    private void combinations() {
        if (proof.combinations().isEmpty()) {
            return;
        }
        section("Defects beside variants");
        line("| defect | of | variants | result |");
        line("|---|---|---|---|");
        for (DefectResult result : proof.combinations()) {
            row(
                    Markdown.code(result.defect().id()),
                    result.defect().requirement().value(),
                    inCode(result.variants()),
                    result.label());
        }
    }

    private void variants() {
        section("What conforms");
        line("| sandbox | depth | result |");
        line("|---|---|---|");
        for (VariantResult result : proof.variants()) {
            row(
                    result.variants().isEmpty() ? "clean" : inCode(result.variants()),
                    result.depth(),
                    result.passed() ? "let pass" : "**false alarm**");
        }
    }

    private void clients() {
        if (proof.clients().isEmpty()) {
            return;
        }
        section("Clients, judged by their traffic");
        line("| requirement | client | result |");
        line("|---|---|---|");
        for (ClientResult result : proof.clients()) {
            row(
                    result.client().requirement() == null
                            ? "none"
                            : result.client().requirement().value(),
                    Markdown.text(result.client().does()),
                    result.isRight() ? (result.isDefect() ? "caught" : "let pass") : "**wrong**");
        }
    }

    private void idle() {
        section("Scenarios that found no defect");
        if (!proof.about().full() || !proof.about().isWhole()) {
            line("Only a whole proof with `--full`, where every defect meets every scenario of its API, can tell.");
            return;
        }
        List<String> idle = proof.idleScenarios();
        line(idle.isEmpty() ? "None: every scenario found at least one." : "");
        idle.forEach(location -> line("- " + Markdown.code(location)));
    }

    /** A breach of the wire may be seen in hundreds of scenarios; {@code prove.json} has them all. */
    private static String catchers(DefectResult result) {
        List<String> all = result.caughtBy();
        String shown = inCode(all.subList(0, Math.min(SHOWN, all.size())));
        String more = all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
        return shown
                + more
                + (result.reach() == TrialStage.OWN ? "" : " (" + result.reach().label() + ")");
    }

    private static String inCode(List<String> texts) {
        return texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private void section(String title) {
        line("");
        line("## " + title);
        line("");
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
