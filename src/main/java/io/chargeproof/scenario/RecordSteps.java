package io.chargeproof.scenario;

import io.cucumber.java.en.Then;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is recorded of any API, and never judged. */
public final class RecordSteps {
    private final SentRequests sentRequests;
    private final Judge judge;
    private final ApiLines lines;

    /** Steps of a scenario. */
    public RecordSteps(SentRequests sentRequests, Judge judge, ApiLines lines) {
        this.sentRequests = sentRequests;
        this.judge = judge;
        this.lines = lines;
    }

    @Then("{observation} is/are recorded")
    public void isRecorded(Observation observation) {
        sentRequests.all().forEach(judge::needsAnswer);
        switch (observation) {
            case ANSWERS -> answers();
            case THROTTLING -> throttling();
        }
    }

    private void answers() {
        Map<String, String> seen = new LinkedHashMap<>();
        sentRequests
                .all()
                .forEach(sent -> seen.merge(sent.request().purpose().inWords(), inWords(sent), RecordSteps::joined));
        seen.forEach((request, answers) -> judge.observe(request + ": " + answers));
    }

    private void throttling() {
        long retried = sentRequests.all().stream()
                .filter(sent -> sent.exchange().attempts() > 1)
                .count();
        judge.observe(retried + " of " + sentRequests.all().size() + " requests in a row had to be sent again");
    }

    private String inWords(SentRequest sent) {
        return lines.of(sent.request()).answerInWords().apply(sent.exchange());
    }

    private static String joined(String before, String now) {
        return before.contains(now) ? before : before + ", then " + now;
    }
}
