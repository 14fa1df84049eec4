package io.chargeproof.check;

import io.chargeproof.exchange.Exchange;
import java.util.List;

/** Decides that some secrets stand in no answer, whoever gave it. */
public interface SecretCheck extends Invariant {
    /** The secrets. */
    SecretsStayAway secrets();

    /** The ID of the requirement that it decides. */
    String requirement();

    @Override
    default List<Judged> judge(Exchange exchange) {
        String where = "the answer to " + exchange.request().purpose().inWords();
        return exchange.answer().stream()
                .map(answer -> Judged.of(requirement(), secrets().judge(answer, where)))
                .toList();
    }

    @Override
    default boolean isForAnyAnswer() {
        return true;
    }
}
