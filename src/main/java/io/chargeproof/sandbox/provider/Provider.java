package io.chargeproof.sandbox.provider;

import io.chargeproof.sandbox.wire.Answer;
import io.chargeproof.sandbox.wire.Handler;
import io.chargeproof.sandbox.wire.Request;
import java.util.List;

/**
 * The APIs of one sandbox, side by side at one address.
 *
 * @param apis the APIs; the first answers what is for no other
 */
public record Provider(List<ApiSandbox.Started<?>> apis) implements Handler {
    public Provider {
        apis = List.copyOf(apis);
    }

    @Override
    public Answer answer(Request request) {
        return apis.stream()
                .filter(api -> api.takes(request))
                .findFirst()
                .orElseGet(() -> apis.get(0))
                .service()
                .steps()
                .answer(request);
    }
}
