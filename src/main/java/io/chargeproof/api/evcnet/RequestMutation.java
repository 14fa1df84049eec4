package io.chargeproof.api.evcnet;

import io.chargeproof.api.evcnet.CustomerBudget.Use;
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
record RequestMutation(String words, UnaryOperator<ObjectNode> body, UnaryOperator<HttpRequest> request, Use use) {
    static RequestMutation ofBody(String words, Use use, UnaryOperator<ObjectNode> body) {
        return new RequestMutation(words, body, UnaryOperator.identity(), use);
    }

    static RequestMutation ofHeader(String name, String value) {
        return new RequestMutation(
                "the " + name + " " + value,
                UnaryOperator.identity(),
                request -> request.withHeaders(request.headers().with(name, value)),
                Use.SWEEP);
    }

    /** Both at once. */
    RequestMutation and(RequestMutation other) {
        return new RequestMutation(
                words + ", " + other.words,
                right -> other.body.apply(body.apply(right)),
                right -> other.request.apply(request.apply(right)),
                use);
    }

    /** A customer created so. */
    CustomerFixtures.Plan plan() {
        return CustomerFixtures.Plan.of(right -> body.apply(right).toString(), this::inRequest);
    }

    /** The request with everything but its body altered, and named for it. */
    HttpRequest inRequest(HttpRequest right) {
        HttpRequest altered = request.apply(right);
        return altered.named(words);
    }
}
