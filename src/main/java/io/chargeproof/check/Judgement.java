package io.chargeproof.check;

import java.util.function.Supplier;

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
     */
    record Broken(String message, String expected, String actual) implements Judgement {}

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
