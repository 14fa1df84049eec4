package io.chargeproof.check;

/**
 * A pure function that decides whether a subject, usually an exchange that got an answer, keeps a requirement. A check
 * that names a scenario's requirement bears {@link Verifies}; it never sees an exchange that the environment spoilt.
 *
 * @param <S> what is judged
 */
@FunctionalInterface
public interface Check<S> {
    /** Decides. */
    Judgement judge(S subject);
}
