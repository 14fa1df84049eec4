package io.chargeproof.sandbox.provider;

import io.chargeproof.sandbox.wire.Pipeline;
import java.util.function.UnaryOperator;

/**
 * One API of the provider, as it behaves in one sandbox.
 *
 * @param steps what a request goes through
 * @param records what the API has on record
 * @param <R> the kind of records
 */
public record Service<R>(Pipeline steps, R records) {
    /** The same with a step changed. */
    public <S> Service<R> with(Class<S> kind, UnaryOperator<S> change) {
        return new Service<>(steps.changed(kind, change), records);
    }
}
