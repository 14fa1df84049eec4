package io.chargeproof.check;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** What a check says of its subject. */
public sealed interface Judgement {
    /** The requirement holds. */
    Judgement HOLDS = new Holds();

    /**
     * The same, which is about one member of the answer where it is broken.
     *
     * @param pointer the JSON Pointer of the member that is wrong or missing
     */
    Judgement at(String pointer);

    /** The same, which is about the status where it is broken: one of these would have been right. */
    Judgement rightWith(StatusRange... statuses);

    /** The same of single statuses. */
    Judgement rightWith(Collection<Integer> statuses);

    /** It holds. */
    record Holds() implements Judgement {
        @Override
        public Judgement at(String pointer) {
            return this;
        }

        @Override
        public Judgement rightWith(StatusRange... statuses) {
            return this;
        }

        @Override
        public Judgement rightWith(Collection<Integer> statuses) {
            return this;
        }
    }

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

        @Override
        public Judgement at(String pointer) {
            return new Broken(message, expected, actual, new Pinpoint(pointer, pinpoint.statuses()));
        }

        @Override
        public Judgement rightWith(StatusRange... statuses) {
            return new Broken(message, expected, actual, new Pinpoint(pinpoint.member(), List.of(statuses)));
        }

        @Override
        public Judgement rightWith(Collection<Integer> statuses) {
            return rightWith(statuses.stream()
                    .sorted()
                    .map(status -> new StatusRange(status, status))
                    .toArray(StatusRange[]::new));
        }
    }

    /** A breach. */
    static Judgement broken(String message, String expected, String actual) {
        return new Broken(message, expected, actual);
    }

    /** Holds if the condition is true, else is what is made then: for words that take long to make. */
    static Judgement holdsIf(boolean condition, Supplier<Judgement> otherwise) {
        return condition ? HOLDS : otherwise.get();
    }

    /** Holds if the condition is true, else is broken as described. */
    static Judgement holdsIf(boolean condition, String message, String expected, String actual) {
        return condition ? HOLDS : broken(message, expected, actual);
    }
}
