package io.chargeproof.cli;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.contract.BrokeredPact;
import io.chargeproof.contract.PlannedInteraction;
import io.chargeproof.contract.VerifiedInteraction;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.Headline;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ShownRequest;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** Prints what is to be verified, and what came of it. */
final class PactConsole {
    private static final int INDENT = 20;

    private final PrintWriter out;

    PactConsole(PrintWriter out) {
        this.out = out;
    }

    /** Which of a broker's pacts are verified, and of which version of the provider. */
    void pacts(List<BrokeredPact> pacts, String provider, Redactor redactor) {
        if (pacts.isEmpty()) {
            return;
        }
        out.println(shown(redactor, "Provider's version " + provider));
        out.println("Pacts of the broker:");
        for (BrokeredPact each : pacts) {
            String leniency = each.leniency();
            out.println(shown(redactor, "  " + each.inWords() + (leniency.isEmpty() ? "" : ", " + leniency)));
            each.notices().forEach(notice -> out.println(shown(redactor, indented(notice))));
        }
        out.println();
    }

    /** The interactions, before any call. */
    void plan(List<PlannedInteraction> plan, Redactor redactor) {
        out.println("Interactions:");
        for (PlannedInteraction each : plan) {
            print(shown(redactor, row(each.number(), inWords(each.fate()), each.consumer(), each.description())));
            if (!each.states().isEmpty()) {
                print(shown(redactor, indented("given: " + each.states())));
            }
            if (!each.reason().isEmpty()) {
                print(shown(redactor, indented(each.reason())));
            }
        }
        out.println();
        out.flush();
    }

    /** What was found, with the verdict first. */
    void result(List<VerifiedInteraction> verified, RedactedReport redacted, Redactor redactor) {
        RunReport report = redacted.report();
        out.println(shown(redactor, Headline.of(report)));
        out.println();
        for (VerifiedInteraction each : verified) {
            PlannedInteraction interaction = each.interaction();
            print(shown(
                    redactor,
                    row(
                            interaction.number(),
                            inWords(each.outcome()),
                            interaction.consumer(),
                            interaction.description())));
            for (Mismatch mismatch : each.mismatches()) {
                print(shown(redactor, indented(mismatch.inWords())));
            }
            if (each.reason() != null) {
                print(shown(redactor, indented(each.reason())));
            }
            report.scenarios().get(verified.indexOf(each)).findings().forEach(finding -> requests(redacted, finding));
        }
        report.leftovers().forEach(left -> out.println(shown(redactor, "left over: " + left)));
        report.notices().forEach(notice -> out.println(shown(redactor, "note: " + notice)));
        out.flush();
    }

    /** How to send once more what showed a finding, and what came of it. */
    private void requests(RedactedReport redacted, Finding finding) {
        for (ShownRequest request : redacted.requests(finding)) {
            out.println(" ".repeat(INDENT) + "curl: " + DisplayText.visible(request.command()));
            out.println(" ".repeat(INDENT) + "answer: " + DisplayText.visible(request.head()));
        }
    }

    private static String shown(Redactor redactor, String text) {
        return DisplayText.visible(redactor.redact(text));
    }

    private static String row(int number, String word, String consumer, String description) {
        return String.format(java.util.Locale.ROOT, "%4d  %-12s  %s: %s", number, word, consumer, description);
    }

    /** On a terminal lines end between words; what a file has of them stays on one line. */
    static String wrapped(String line, Screen screen) {
        if (!screen.isTerminal() || line.length() <= screen.columns()) {
            return line;
        }
        String indent = " ".repeat(INDENT);
        return line.substring(0, INDENT)
                + WordUtils.wrap(line.substring(INDENT), screen.columns() - INDENT, "\n" + indent, false);
    }

    private void print(String line) {
        out.println(wrapped(line, Screen.here()));
    }

    private static String indented(String text) {
        String oneLine = text.replaceAll("\\s+", " ").strip();
        return " ".repeat(INDENT) + (oneLine.length() > 400 ? oneLine.substring(0, 400) + "…" : oneLine);
    }

    private static String inWords(PlannedInteraction.Fate fate) {
        return switch (fate) {
            case VERIFIABLE -> "verifiable";
            case UNREADABLE -> "unreadable";
            case STATELESS -> "no state";
            case IRREVERSIBLE -> "can't be undone";
            case OUT_OF_SCOPE -> "out of scope";
        };
    }

    private static String inWords(Outcome outcome) {
        return switch (outcome) {
            case CONFORMS -> "verified";
            case VIOLATION -> "BROKEN";
            case WAIVED -> "pending";
            case NOT_TESTED, INCONCLUSIVE, OUT_OF_SCOPE, HARNESS_ERROR, WARNING, OBSERVATION ->
                outcome.label().replace('-', ' ');
        };
    }
}
