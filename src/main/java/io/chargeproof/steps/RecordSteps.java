package io.chargeproof.steps;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.oioi.UserAnswer;
import io.chargeproof.requirement.Api;
import io.cucumber.java.en.Then;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is recorded and never judged, and what is judged of every answer. */
public final class RecordSteps {
    private final Deeds deeds;
    private final Judge judge;

    /** Steps of a scenario. */
    public RecordSteps(Deeds deeds, Judge judge) {
        this.deeds = deeds;
        this.judge = judge;
    }

    @Then("every answer keeps to this rule")
    public void everyAnswerKeepsToThisRule() {
        deeds.all().forEach(judge::needsAnswer);
        judge.standingHolds();
    }

    @Then("what the target does is recorded")
    public void whatTheTargetDoesIsRecorded() {
        deeds.all().forEach(judge::needsAnswer);
        Map<String, String> seen = new LinkedHashMap<>();
        deeds.all()
                .forEach(sent ->
                        seen.merge(sent.request().purpose().inWords(), inWords(sent.exchange()), RecordSteps::joined));
        seen.forEach((what, came) -> judge.observe(what + ": " + came));
    }

    @Then("how often it throttles is recorded")
    public void howOftenItThrottlesIsRecorded() {
        deeds.all().forEach(judge::needsAnswer);
        long retried = deeds.all().stream()
                .filter(sent -> sent.exchange().attempts() > 1)
                .count();
        judge.observe(retried + " of " + deeds.all().size() + " requests in a row had to be sent again");
    }

    private static String joined(String before, String now) {
        return before.contains(now) ? before : before + ", then " + now;
    }

    private static String inWords(Exchange exchange) {
        if (exchange.request().purpose().api().equals(Api.OIOI.label())) {
            return UserAnswer.of(exchange).inWords();
        }
        String echo = IrregularSteps.echoesRequestId(exchange) ? ", the request's ID repeated" : "";
        return exchange.outcomeInWords()
                + exchange.answer().map(RecordSteps::allowed).orElse("")
                + echo;
    }

    private static String allowed(HttpAnswer answer) {
        return answer.headers()
                .first("Allow")
                .map(methods -> ", allows " + methods)
                .orElse("");
    }
}
