package io.chargeproof.traffic.recording;

import io.chargeproof.api.oioi.OioiModule;
import io.chargeproof.api.oioi.UserAnswer;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Tells from a look at a whole recording what was taken out of it on purpose: where no request has an {@code Authorization} and
 * some succeed all the same, nobody recorded it. One request that has it shows that it would be there.
 */
final class Sanitised {
    private boolean succeeds;

    /** Reads a recording, handing on its exchanges. */
    interface Reader {
        void read(Sanitised look) throws IOException;
    }

    /** What the recording leaves out wherever a request doesn't have it. */
    static Set<Part> parts(Reader reader) throws IOException {
        Sanitised look = new Sanitised();
        try {
            reader.read(look);
        } catch (CancellationException found) {
            return Set.of();
        }
        return look.succeeds ? Set.of(Part.AUTHORIZATION) : Set.of();
    }

    /**
     * Looks at the next exchange.
     *
     * @throws CancellationException if there is nothing left to be found out
     */
    void see(RecordedExchange next) {
        if (next.header("Authorization").isPresent()) {
            throw new CancellationException("the header is recorded");
        }
        succeeds |= isSuccess(next);
    }

    private static boolean isSuccess(RecordedExchange next) {
        return next.api().equals(OioiModule.API)
                ? UserAnswer.of(next.exchange()).isCodeZero()
                : next.exchange().status().filter(status -> status / 100 == 2).isPresent();
    }
}
