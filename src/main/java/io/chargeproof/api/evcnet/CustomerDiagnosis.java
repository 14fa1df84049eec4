package io.chargeproof.api.evcnet;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.Cause;
import io.chargeproof.scenario.ScenarioClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds out by trying, where no customer can be created or addressed, which requirement that is a fault of: the same request
 * with one thing altered is accepted, or none is.
 */
final class CustomerDiagnosis {
    private static final Set<String> CREATES = Set.of(Operation.CREATE.label());
    private static final Set<String> UPDATES = Set.of(Operation.UPDATE.label(), Operation.ATTACH_CARD.label());
    private static final String NOBODY = "999999999";
    /** More candidates than these are no likelier. */
    private static final int LIKELY = 3;

    private final CustomerRequests requests;
    private final CustomerBodies bodies;

    CustomerDiagnosis(CustomerRequests requests, CustomerBodies bodies) {
        this.requests = requests;
        this.bodies = bodies;
    }

    /** Why right creates are refused. */
    Cause ofCreates(CreateAttempt refused, Predicate<CustomerFixtures.Plan> isAccepted) {
        int status = refused.sent().exchange().status().orElse(0);
        String came = "no customer could be created: a complete create got "
                + refused.sent().exchange().outcomeInWords();
        if (isForTheToken(status)) {
            return cause(CREATES, status, came, "EVC-AUTH-1");
        }
        if (isNotServed(status)) {
            return cause(CREATES, status, came, "EVC-HTTP-1");
        }
        if (isAccepted.test(CustomerFixtures.Plan.of(ObjectNode::toString, CustomerDiagnosis::withoutHeaders))) {
            return cause(CREATES, status, came + ", and without X-Request-ID and x-api-version 200", "EVC-HTTP-5");
        }
        if (isAccepted.test(
                CustomerFixtures.Plan.of(body -> withBooleans(body).toString(), UnaryOperator.identity()))) {
            return cause(CREATES, status, came + ", and with booleans that aren't strings 200", "EVC-CREATE-4");
        }
        if (status == Statuses.GENERIC_ERROR
                && isAccepted.test(CustomerFixtures.Plan.of(ObjectNode::toString, CustomerDiagnosis::withSlash))) {
            return cause(CREATES, status, came + ", and with a slash behind the path 200", "EVC-HTTP-1");
        }
        return cause(CREATES, status, came, "EVC-CREATE-1");
    }

    /** Why no update reaches a customer that was created. */
    Cause ofUpdates(ScenarioClient wire, CreateAttempt created, CustomerIsAddressable.Attempt attempt) {
        int status = attempt.last().status().orElse(0);
        String came = "the run's own customer can't be addressed: " + inWords(attempt);
        boolean readable =
                created.sent().exchange().answer().flatMap(AnswerJson::valueOf).isPresent();
        if (!readable) {
            return cause(UPDATES, status, came + ", as the answer to the create can't be read", "EVC-HTTP-3");
        }
        if (!attempt.tried().isEmpty() && isForTheToken(status)) {
            return cause(UPDATES, status, came, "EVC-AUTH-1");
        }
        if (!attempt.tried().isEmpty() && isNotServed(status)) {
            return status == 404
                    ? cause(UPDATES, status, came, "EVC-CREATE-2", "EVC-HTTP-1")
                    : cause(UPDATES, status, came, "EVC-HTTP-1");
        }
        ObjectNode body = bodies.update(created.body());
        for (CustomerIds.Candidate each : attempt.tried().stream().limit(LIKELY).toList()) {
            if (isAccepted(wire, withoutHeaders(requests.update(each.id(), CustomerFixtures.body(body))))) {
                return cause(UPDATES, status, came + ", and without X-Request-ID and x-api-version 200", "EVC-HTTP-5");
            }
            if (isAccepted(wire, requests.update(each.id(), CustomerFixtures.body(withId(body, each.id()))))) {
                return cause(UPDATES, status, came + ", and with the id in the body too 200", "EVC-HTTP-1");
            }
            ObjectNode withCards = body.deepCopy();
            withCards.set("card_list", CustomerBodies.cardList(List.of()));
            if (isAccepted(wire, requests.update(each.id(), CustomerFixtures.body(withCards)))) {
                return cause(UPDATES, status, came + ", and with an empty card_list 200", "EVC-UPDATE-1");
            }
        }
        return cause(UPDATES, status, came, "EVC-CREATE-2");
    }

    /** Whether an id is that of a customer though no complete update is accepted: an empty one is, and for nobody it isn't. */
    boolean isKnown(ScenarioClient wire, String id) {
        return isAccepted(wire, requests.update(id, Body.of("{}")))
                && !isAccepted(wire, requests.update(NOBODY, Body.of("{}")));
    }

    /** That complete updates are refused of a customer that is known. */
    static Cause ofMembers(Exchange refused) {
        int status = refused.status().orElse(0);
        return cause(
                UPDATES,
                status,
                "a complete update got " + refused.outcomeInWords() + ", and an empty one 200",
                "EVC-UPDATE-1");
    }

    /** That what succeeds has a status that isn't documented, if so. */
    static Optional<Cause> ofStatus(Exchange succeeded, String row) {
        String operation = succeeded.request().purpose().operation();
        return succeeded
                .status()
                .filter(status -> status != 200)
                .map(status -> cause(
                        Set.of(operation),
                        status,
                        operation + " that succeeds gets HTTP " + status,
                        "EVC-HTTP-2",
                        row));
    }

    /** That the right token isn't taken any more. */
    static Cause ofToken(Exchange control) {
        Set<String> all = Set.of(
                Operation.CREATE.label(),
                Operation.UPDATE.label(),
                Operation.ATTACH_CARD.label(),
                Operation.OTHER.label());
        return cause(
                all,
                control.status().orElse(0),
                "the right token isn't accepted any more: an update that was accepted before got "
                        + control.outcomeInWords(),
                "EVC-AUTH-1");
    }

    private static String inWords(CustomerIsAddressable.Attempt attempt) {
        List<String> places =
                attempt.tried().stream().map(CustomerIds.Candidate::place).toList();
        return places.isEmpty()
                ? "the answer to the create shows no id"
                : "no update is accepted with the id from " + String.join(", ", places) + "; the last got "
                        + attempt.last().outcomeInWords();
    }

    private static boolean isAccepted(ScenarioClient wire, HttpRequest request) {
        HttpRequest named = request.named("one thing altered, to find a cause");
        return wire.sweep(named)
                .exchange()
                .status()
                .filter(status -> status == 200)
                .isPresent();
    }

    static boolean isForTheToken(int status) {
        return status == 401 || status == 403;
    }

    private static boolean isNotServed(int status) {
        return status == 404 || status == 405 || status == 501 || (status >= 300 && status < 400);
    }

    private static HttpRequest withSlash(HttpRequest request) {
        return new HttpRequest(
                request.method(),
                URI.create(request.uri() + "/"),
                request.headers(),
                request.body(),
                request.purpose(),
                request.resend());
    }

    private static HttpRequest withoutHeaders(HttpRequest request) {
        return request.withHeaders(
                request.headers().without(CustomerRequests.REQUEST_ID).without("x-api-version"));
    }

    private static ObjectNode withBooleans(ObjectNode body) {
        body.properties().forEach(member -> {
            String text = member.getValue().asString("");
            if (text.equals("true") || text.equals("false")) {
                body.put(member.getKey(), text.equals("true"));
            }
        });
        return body;
    }

    private static ObjectNode withId(ObjectNode body, String id) {
        return body.deepCopy().put("customer_id", id).put("id", id);
    }

    private static Cause cause(Set<String> operations, int status, String sentence, String... rows) {
        return new Cause(Cause.rows(rows), operations, status, sentence);
    }
}
