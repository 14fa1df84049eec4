package io.chargeproof.teststate;

/** A run's accounts are its own until this is closed. */
@FunctionalInterface
public interface AccountLock extends AutoCloseable {
    @Override
    void close();
}
