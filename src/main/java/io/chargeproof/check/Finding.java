package io.chargeproof.check;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One judgement that isn't plainly "it holds": a breach, or the reason why nothing can be said.
 *
 * @param requirement the requirement that was judged, or null where a scenario of one's own expected something by itself
 * @param outcome what was found
 * @param message what happened and where, in one sentence
 * @param expected what the requirement asks for; empty where nothing was judged
 * @param actual what came instead; empty where nothing was judged
 * @param evidence the exchanges that show it, the decisive one last; none where none was made
 * @param attribution whose fault it is
 * @param repeat how often it was tried, where it was tried again
 * @param pinpoint what of the last exchange's answer it is about
 */
public record Finding(
        @Nullable RequirementId requirement,
        Outcome outcome,
        String message,
        String expected,
        String actual,
        List<Exchange> evidence,
        Attribution attribution,
        @Nullable Repeat repeat,
        Pinpoint pinpoint) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** A finding about nothing of the answer in particular. */
    public Finding(
            @Nullable RequirementId requirement,
            Outcome outcome,
            String message,
            String expected,
            String actual,
            List<Exchange> evidence,
            Attribution attribution,
            @Nullable Repeat repeat) {
        this(requirement, outcome, message, expected, actual, evidence, attribution, repeat, Pinpoint.NONE);
    }

    /** What was found in one sentence, after the requirement that it is about, if any. */
    public String sentence() {
        return requirement == null ? message : requirement + ": " + message;
    }

    /** The same with another outcome. */
    public Finding as(Outcome other) {
        return new Finding(requirement, other, message, expected, actual, evidence, attribution, repeat, pinpoint);
    }

    /** The same, shown by other exchanges. */
    public Finding shownBy(List<Exchange> others) {
        return new Finding(requirement, outcome, message, expected, actual, others, attribution, repeat, pinpoint);
    }
}
