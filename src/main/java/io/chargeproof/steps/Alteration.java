package io.chargeproof.steps;

import io.chargeproof.custody.CustomerBudget.Use;
import io.chargeproof.exchange.HttpRequest;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes a request about a customer differ from a right one.
 *
 * @param words what it is, in a few words
 * @param body makes it in the body; the one it is given may be changed
 * @param request makes it in the rest of the request
 * @param use what a customer that is created so is for, if it is one of several
 */
record Alteration(String words, UnaryOperator<ObjectNode> body, UnaryOperator<HttpRequest> request, Use use) {
    static Alteration ofBody(String words, Use use, UnaryOperator<ObjectNode> body) {
        return new Alteration(words, body, UnaryOperator.identity(), use);
    }

    static Alteration ofHeader(String name, String value) {
        return new Alteration(
                "the " + name + " " + value,
                UnaryOperator.identity(),
                request -> request.withHeaders(request.headers().with(name, value)),
                Use.SWEEP);
    }

    /** Both at once. */
    Alteration and(Alteration other) {
        return new Alteration(
                words + ", " + other.words,
                right -> other.body.apply(body.apply(right)),
                right -> other.request.apply(request.apply(right)),
                use);
    }

    /** A customer created so. */
    Customers.Plan plan() {
        return Customers.Plan.of(right -> body.apply(right).toString(), this::inRequest);
    }

    /** The request with everything but its body altered, and named for it. */
    HttpRequest inRequest(HttpRequest right) {
        HttpRequest altered = request.apply(right);
        return altered.withPurpose(altered.purpose().as(words));
    }
}
