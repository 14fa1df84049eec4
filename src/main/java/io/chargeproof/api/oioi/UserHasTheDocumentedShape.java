package io.chargeproof.api.oioi;

import io.chargeproof.check.Invariant;
import io.chargeproof.check.JsonShape;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import java.util.List;

/**
 * Decides, with a JSON Schema, that every user whose details are shown has the documented members in the documented forms. When it
 * fails, the finding names the member: look at its type where it is stored, and at how null is rendered.
 */
@Verifies({
    "OIOI-GET-6",
    "OIOI-GET-7",
    "OIOI-GET-8",
    "OIOI-GET-9",
    "OIOI-GET-10",
    "OIOI-GET-11",
    "OIOI-GET-12",
    "OIOI-GET-13",
    "OIOI-GET-15",
    "OIOI-GET-16",
    "OIOI-GET-20"
})
final class UserHasTheDocumentedShape implements Invariant {
    private static final JsonShape SHAPE = JsonShape.of("/oioi/user.schema.json");

    @Override
    public List<Judged> judge(Exchange exchange) {
        UserAnswer answer = UserAnswer.of(exchange);
        if (!answer.isCodeZero() || UserRequests.isLogIn(exchange.request())) {
            return List.of();
        }
        String where =
                "the user in the answer to " + exchange.request().purpose().inWords();
        return answer.user()
                .map(user -> SHAPE.judge(user, where, UserAnswer.USER))
                .orElse(List.of());
    }
}
