package io.chargeproof.contract;

import io.chargeproof.check.Outcome;
import java.util.Map;

/** What became of setting up the states of an interaction. */
sealed interface StateValues {
    /** What this alone makes of an interaction. */
    Outcome outcome();

    /** Why it can't be verified, or nothing. */
    String reason();

    /**
     * They are set up.
     *
     * @param values what is to be put into the request, by name
     */
    record Given(Map<String, Object> values) implements StateValues {
        public Given {
            values = Map.copyOf(values);
        }

        @Override
        public Outcome outcome() {
            return Outcome.CONFORMS;
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * Nobody provides one of them.
     *
     * @param reason which, and the cure
     */
    record Nobody(String reason) implements StateValues {
        @Override
        public Outcome outcome() {
            return Outcome.NOT_TESTED;
        }
    }

    /**
     * The target has nothing of the kind.
     *
     * @param reason what it hasn't
     */
    record Beside(String reason) implements StateValues {
        @Override
        public Outcome outcome() {
            return Outcome.OUT_OF_SCOPE;
        }
    }

    /**
     * Who provides them failed.
     *
     * @param reason how
     */
    record Failed(String reason) implements StateValues {
        @Override
        public Outcome outcome() {
            return Outcome.INCONCLUSIVE;
        }
    }
}
