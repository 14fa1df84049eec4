package io.chargeproof.sandbox.provider;

/**
 * Brings an API to the sandbox. Modules are found by {@link java.util.ServiceLoader}: a jar on the class path that names one in
 * {@code META-INF/services/io.chargeproof.sandbox.provider.SandboxModule} adds an API.
 */
public interface SandboxModule {
    /** The API of the sandbox. */
    ApiSandbox<?> sandbox();
}
