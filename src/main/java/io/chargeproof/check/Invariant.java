package io.chargeproof.check;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.requirement.RequirementId;
import java.util.List;

/**
 * Looks at every answered exchange of its interface, whatever the scenario is about; but at one that the environment may have
 * answered only if the check says so.
 */
@FunctionalInterface
public interface Invariant {
    /** What it says of an exchange: a judgement for each requirement that applies to it, none where none does. */
    List<Judged> judge(Exchange exchange);

    /** Whether it can find fault with any answer, even 408, 429, 502, 503 or 504, and though the request was then sent again. */
    default boolean isForAnyAnswer() {
        return false;
    }

    /**
     * A judgement on a requirement.
     *
     * @param requirement the requirement
     * @param judgement what is said of it
     */
    record Judged(RequirementId requirement, Judgement judgement) {
        /** A judgement on the requirement of that ID. */
        public static Judged of(String requirement, Judgement judgement) {
            return new Judged(RequirementId.inCode(requirement), judgement);
        }
    }
}
