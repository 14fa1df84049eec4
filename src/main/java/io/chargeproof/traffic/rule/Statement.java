package io.chargeproof.traffic.rule;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.List;

/**
 * A judgement on a requirement, and the exchanges that show it.
 *
 * @param requirement the requirement
 * @param judgement what is said of it
 * @param shownBy the exchanges, the decisive one last
 */
public record Statement(RequirementId requirement, Judgement judgement, List<RecordedExchange> shownBy) {
    public Statement {
        shownBy = List.copyOf(shownBy);
    }

    /** A judgement that these exchanges show. */
    public static Statement of(String requirement, Judgement judgement, RecordedExchange... shownBy) {
        return new Statement(RequirementId.inCode(requirement), judgement, List.of(shownBy));
    }

    /** What an invariant says of one exchange. */
    public static Statement of(Invariant.Judged judged, RecordedExchange shownBy) {
        return new Statement(judged.requirement(), judged.judgement(), List.of(shownBy));
    }

    /** The same, shown by this exchange alone. */
    public Statement shownBy(RecordedExchange other) {
        return new Statement(requirement, judgement, List.of(other));
    }

    /** Whether the requirement is broken. */
    public boolean isBroken() {
        return judgement instanceof Judgement.Broken;
    }
}
