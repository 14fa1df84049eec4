package io.chargeproof.prove;

import java.util.List;

/** A proof in a few lines, for a terminal and for the top of its page. */
public final class ProofText {
    private static final String VARIANTS =
            "; the variants met, in groups, one of each requirement at a time, every scenario"
                    + " of the APIs that they are about, with all of the hostile values or a sample.";

    private ProofText() {}

    /** One line: whether the suite is as strong as it should be, and the counts. */
    public static String headline(Proof proof) {
        long alarms = proof.variants().stream().filter(each -> !each.passed()).count();
        String verdict = proof.exitCode() == 0 ? "proven" : "not proven";
        String beside =
                proof.combinations().isEmpty() ? "" : ", " + caught(proof.combinations(), "defects beside variants");
        return verdict + ": " + caught(proof.defects(), "defects") + beside + ", "
                + (alarms == 0 ? "no false alarm" : alarms + (alarms == 1 ? " false alarm" : " false alarms")) + " in "
                + counted(proof.variants().size(), "run")
                + (proof.variants().size() == 1 ? " that conforms" : " that conform")
                + (proof.unbreakable().isEmpty()
                        ? ""
                        : ", " + counted(proof.unbreakable().size(), "requirement") + " without a defect");
    }

    /** What was tried and how. */
    public static String manner(Proof proof) {
        Proof.About about = proof.about();
        String scenarios = about.full()
                ? "Each defect and each variant met every scenario of its API, with every hostile value."
                : "Each defect met the scenarios of its requirement and its API's smoke set with a sample of the hostile"
                        + " values (" + caught(proof, TrialStage.OWN)
                        + " caught so), with all of them where that missed it ("
                        + caught(proof, TrialStage.OWN_IN_FULL) + "), and every scenario of its API where these did ("
                        + caught(proof, TrialStage.SAMPLED, TrialStage.WHOLE_API) + ")"
                        + (about.chosen() ? "." : VARIANTS);
        String part = about.shard() == null ? "" : " Part " + about.shard() + " of the trials.";
        return scenarios + part + " Seed " + about.seed() + ", "
                + about.duration().toSeconds() + " s.";
    }

    /** What judging traffic finds, on either side. */
    public static String traffic(Proof proof) {
        long clients = proof.clients().stream().filter(ClientResult::isDefect).count();
        long caught = proof.clients().stream()
                .filter(result -> result.isDefect() && result.isRight())
                .count();
        long alarms = proof.clients().stream()
                .filter(result -> !result.isDefect() && !result.isRight())
                .count();
        Proof.InTraffic found = proof.inTraffic();
        return "Judging traffic alone ('judge', 'proxy') found " + caught + " of " + clients
                + " clients that break a requirement, with "
                + (alarms == 0 ? "no false alarm" : alarms + " false alarms") + " in "
                + (proof.clients().size() - clients) + " that differ; of the provider's "
                + found.defects()
                + " defects " + found.ordinary() + " (as a breach of whatever requirement "
                + found.ordinaryAnyhow() + ") in the traffic of an ordinary client, the smoke scenarios, and "
                + found.all() + " (" + found.allAnyhow() + ") in all traffic that each met.";
    }

    private static long caught(Proof proof, TrialStage... reaches) {
        return proof.defects().stream()
                .filter(result -> result.isCaught() && List.of(reaches).contains(result.reach()))
                .count();
    }

    private static String caught(List<DefectResult> results, String what) {
        long caught = results.stream().filter(DefectResult::isCaught).count();
        return caught + " of " + results.size() + " " + what + " caught";
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
