package io.chargeproof.steps;

import io.chargeproof.check.StandingCheck;
import io.chargeproof.exchange.Transport;
import java.util.List;

/**
 * The line to one API of a target.
 *
 * @param scenarios carries the scenarios' own requests
 * @param sweeps carries hostile values and raw bodies
 * @param health whether the API answers at all
 * @param standing the checks that look at every exchange
 * @param serverErrorRow the requirement that a request breaks which fails again and again for itself
 * @param causes what is known of why requests fail that should succeed
 */
public record ApiLine(
        Transport scenarios,
        Transport sweeps,
        TargetHealth health,
        List<StandingCheck> standing,
        String serverErrorRow,
        Causes causes) {
    public ApiLine {
        standing = List.copyOf(standing);
    }
}
