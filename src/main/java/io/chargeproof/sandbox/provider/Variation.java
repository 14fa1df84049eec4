package io.chargeproof.sandbox.provider;

/**
 * A way in which one API of the provider behaves otherwise. Several can be put on each other: the later wraps the earlier.
 *
 * @param <R> what the API has on record
 */
@FunctionalInterface
public interface Variation<R> {
    /** The API that behaves otherwise; called once for each sandbox, so state of its own may start here. */
    Service<R> vary(Service<R> service);

    /** This one, and another on top of it. */
    default Variation<R> and(Variation<R> other) {
        return service -> other.vary(vary(service));
    }
}
