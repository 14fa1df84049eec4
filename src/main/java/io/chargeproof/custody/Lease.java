package io.chargeproof.custody;

/** A run's accounts are its own until this is closed. */
@FunctionalInterface
public interface Lease extends AutoCloseable {
    @Override
    void close();
}
