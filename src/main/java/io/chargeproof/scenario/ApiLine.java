package io.chargeproof.scenario;

import io.chargeproof.check.Invariant;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Transport;
import java.util.List;
import java.util.function.Function;

/**
 * The line to one API of a target.
 *
 * @param scenarios carries the scenarios' own requests
 * @param sweeps carries what a scenario repeats: hostile values, rows of a table, read-backs; and raw bodies
 * @param health whether the API answers at all
 * @param standing the checks that look at every exchange
 * @param serverErrorRow the requirement that a request breaks which fails again and again for itself
 * @param causes what is known of why requests fail that should succeed
 * @param answerInWords what an answer of this API says, as observations tell it
 */
public record ApiLine(
        Transport scenarios,
        Transport sweeps,
        TargetHealth health,
        List<Invariant> standing,
        String serverErrorRow,
        Causes causes,
        Function<Exchange, String> answerInWords) {
    public ApiLine {
        standing = List.copyOf(standing);
    }
}
