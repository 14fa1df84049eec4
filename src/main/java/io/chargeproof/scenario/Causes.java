package io.chargeproof.scenario;

import io.chargeproof.exchange.Exchange;
import java.util.Optional;

/** What is known of why requests to an API fail that should succeed, so that one fault isn't found on many requirements. */
public interface Causes {
    /** Where nothing is known. */
    Causes NONE = new Causes() {
        @Override
        public Optional<Cause> behind(Exchange failed) {
            return Optional.empty();
        }

        @Override
        public boolean isGeneral(Exchange failed) {
            return false;
        }

        @Override
        public boolean isNew(Cause cause) {
            return false;
        }

        @Override
        public Optional<Cause> shownBy(Exchange control) {
            return Optional.empty();
        }
    };

    /** The cause, known already, by which a request failed that nothing is wrong with. */
    Optional<Cause> behind(Exchange failed);

    /** Whether a request failed in a way that a control exchange would too, if much else does. */
    boolean isGeneral(Exchange failed);

    /** Whether a cause is heard of for the first time, so that it's found once. */
    boolean isNew(Cause cause);

    /** The cause that a control exchange shows, which nothing is wrong with either. */
    Optional<Cause> shownBy(Exchange control);
}
