package io.chargeproof.check;

import java.util.Collection;
import java.util.List;

/** What a check says of its subject. */
public sealed interface Judgement {
    /** The requirement holds. */
    Judgement HOLDS = new Holds();

    /** It holds. */
    record Holds() implements Judgement {}

    /**
     * It is broken.
     *
     * @param message what happened and where, in one sentence
     * @param expected what the requirement asks for
     * @param actual what came instead
     * @param pinpoint what of the answer it is about
     */
    record Broken(String message, String expected, String actual, Pinpoint pinpoint) implements Judgement {
        /** A breach that is about nothing of the answer in particular. */
        public Broken(String message, String expected, String actual) {
            this(message, expected, actual, Pinpoint.NONE);
        }
    }

    /** A breach. */
    static Judgement broken(String message, String expected, String actual) {
        return new Broken(message, expected, actual);
    }

    /** Holds if the condition is true, else is broken as described. */
    static Judgement holdsIf(boolean condition, String message, String expected, String actual) {
        return condition ? HOLDS : broken(message, expected, actual);
    }

    /**
     * The same, which is about one member of the answer where it is broken.
     *
     * @param pointer the JSON Pointer of the member that is wrong or missing
     */
    default Judgement at(String pointer) {
        return this instanceof Broken broken
                ? new Broken(
                        broken.message,
                        broken.expected,
                        broken.actual,
                        new Pinpoint(pointer, broken.pinpoint.statuses()))
                : this;
    }

    /** The same, which is about the status where it is broken: one of these would have been right. */
    default Judgement rightWith(StatusRange... statuses) {
        return this instanceof Broken broken
                ? new Broken(
                        broken.message,
                        broken.expected,
                        broken.actual,
                        new Pinpoint(broken.pinpoint.member(), List.of(statuses)))
                : this;
    }

    /** The same of single statuses. */
    default Judgement rightWith(Collection<Integer> statuses) {
        return rightWith(statuses.stream()
                .sorted()
                .map(status -> new StatusRange(status, status))
                .toArray(StatusRange[]::new));
    }
}
