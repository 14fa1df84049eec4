package io.chargeproof.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;

/** Passes Cucumber's events to the recorder of the current run. */
public final class RecorderPlugin implements ConcurrentEventListener {
    private final ScenarioRecorder recorder = CurrentRun.get().recorder();

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, recorder::started);
        publisher.registerHandlerFor(TestStepFinished.class, recorder::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, recorder::finished);
    }
}
