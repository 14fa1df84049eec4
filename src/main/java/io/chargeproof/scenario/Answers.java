package io.chargeproof.scenario;

import io.chargeproof.check.Check;
import io.chargeproof.exchange.HttpRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What step definitions of one's own work with: the answers to what the scenario has sent so far. A step definition takes it
 * as an argument of its constructor; each scenario has one.
 *
 * <p>A step that finds something wrong either throws an {@link AssertionError}, as the usual libraries for assertions do, or
 * has a check {@linkplain #expect judge} the last answer. Both fail the scenario and show the request in every report. A check
 * also counts for the requirements of one's own that the scenario is tagged with, and tells a steady fault from a passing one,
 * as it is asked again.
 */
public final class Answers {
    private final SentRequests sent;
    private final Judge judge;
    private final ScenarioClient client;

    /** The answers of a scenario. */
    public Answers(SentRequests sent, Judge judge, ScenarioClient client) {
        this.sent = sent;
        this.judge = judge;
        this.client = client;
    }

    /** The last answer. Ends the scenario as inconclusive if the network or an overloaded target gave none. */
    public Answer last() {
        SentRequest last = sent.last();
        judge.needsAnswer(last);
        return answers(Stream.of(last)).get(0);
    }

    /** All answers in the order in which the requests were sent; requests that got none are left out. */
    public List<Answer> all() {
        return answers(sent.all().stream());
    }

    private static List<Answer> answers(Stream<SentRequest> requests) {
        return requests.flatMap(request -> request.exchange().answer().stream())
                .map(Answer::new)
                .toList();
    }

    /**
     * Sends the last request once more, altered, with its credentials: to the same API, within the profile's limits, and kept
     * from changing anything in a read-only run. What comes of it is then the last answer.
     *
     * @param change makes the request that is sent of the last one
     */
    public Answer sendAgain(UnaryOperator<HttpRequest> change) {
        sent.add(client.ask(change.apply(sent.last().request())));
        return last();
    }

    /** Judges the last answer; the scenario ends here if it isn't what was expected. */
    public void expect(Check<Answer> check) {
        SentRequest last = sent.last();
        judge.expectation(
                exchange -> exchange.answer()
                        .map(answer -> check.judge(new Answer(answer)))
                        .orElseThrow(() -> new InconclusiveException(BreachAssessor.inTheWay(exchange))),
                last);
    }
}
