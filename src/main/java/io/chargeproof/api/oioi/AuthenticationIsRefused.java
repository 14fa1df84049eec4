package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;

/**
 * Decides that a call is refused since its user isn't authenticated, with whatever code says so. When it fails with code 0,
 * the call wasn't refused at all: look at what is compared, and whether it is compared whole.
 */
@Verifies({"OIOI-AUTH-1", "OIOI-AUTH-2", "OIOI-AUTH-3", "OIOI-AUTH-4", "OIOI-VERIFY-3", "OIOI-VERIFY-4"})
public record AuthenticationIsRefused() implements Check<Exchange> {
    private static final CodeIsOneOf CODES = new CodeIsOneOf(ResultCode.authenticationFailures(), "");

    @Override
    public Judgement judge(Exchange exchange) {
        return CODES.judge(exchange);
    }
}
