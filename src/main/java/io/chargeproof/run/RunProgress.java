package io.chargeproof.run;

import io.chargeproof.report.ScenarioResult;
import java.util.List;

/** Hears how a run gets on, from several threads. */
public interface RunProgress {
    /** Hears nothing. */
    RunProgress NONE = new RunProgress() {
        @Override
        public void planned(int scenarios) {}

        @Override
        public void finished(ScenarioResult scenario) {}
    };

    /** A target gave no answer to the first request, retries included; the run tries on for a while. */
    default void unanswered(String address) {}

    /** So many scenarios will be executed. */
    void planned(int scenarios);

    /** A scenario of that name begins. */
    default void started(String scenario) {}

    /** A scenario was executed. */
    void finished(ScenarioResult scenario);

    /** The process was told to stop; what a user's details lack to be as before, a sentence each. */
    default void stopped(List<String> leftovers) {}
}
