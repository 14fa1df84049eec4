package io.chargeproof.api.oioi;

import io.chargeproof.check.SecretCheck;
import io.chargeproof.check.SecretsStayAway;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides that neither the API key nor a user's token stands in any answer, but for the token that a log-in gives.
 *
 * @param secrets the key and the tokens
 */
@Verifies("OIOI-KEY-3")
record CredentialsStaySecret(SecretsStayAway secrets) implements SecretCheck {
    @Override
    public String requirement() {
        return "OIOI-KEY-3";
    }

    @Override
    public List<Judged> judge(Exchange exchange) {
        if (!UserRequests.isLogIn(exchange.request())) {
            return SecretCheck.super.judge(exchange);
        }
        String where = "the answer to " + exchange.request().purpose().inWords();
        return exchange.answer().stream()
                .map(answer -> Judged.of(requirement(), secrets.judge(withoutToken(answer), where)))
                .toList();
    }

    /** What a log-in is asked for is no leak; the same token elsewhere in the answer is one. */
    private static HttpAnswer withoutToken(HttpAnswer answer) {
        JsonNode body = UserAnswer.of(answer).body();
        if (!(body.path("user") instanceof ObjectNode user) || !user.has("token")) {
            return answer;
        }
        JsonNode rest = body.deepCopy();
        ((ObjectNode) rest.path("user")).remove("token");
        return new HttpAnswer(answer.status(), answer.headers(), Body.of(rest.toString()), answer.cut());
    }
}
