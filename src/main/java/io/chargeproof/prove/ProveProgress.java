package io.chargeproof.prove;

import java.util.Optional;

/** Hears how a proof gets on. */
public interface ProveProgress {
    /** Hears nothing. */
    ProveProgress NONE = new ProveProgress() {
        @Override
        public void planned(int trials) {}

        @Override
        public void finished(String trial, Optional<String> problem) {}
    };

    /** So many trials will be carried out. */
    void planned(int trials);

    /**
     * A trial was carried out.
     *
     * @param trial its name
     * @param problem why the proof fails by it, in a sentence; nothing where it doesn't
     */
    void finished(String trial, Optional<String> problem);
}
