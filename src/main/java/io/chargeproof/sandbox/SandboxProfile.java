package io.chargeproof.sandbox;

import io.chargeproof.sandbox.provider.ApiSandbox;
import java.util.stream.Collectors;

/** The profile of a sandbox. Every value is quoted, since YAML takes some UIDs for numbers. */
final class SandboxProfile {
    private SandboxProfile() {}

    static String of(Sandbox sandbox) {
        return """
                name: sandbox
                kind: sandbox
                %slimits: {max-requests: 100000, max-customers: 100000, timeout: 10s, retries: 3}
                depth: full
                """.formatted(SandboxCatalogue.APIS.stream()
                .map(ApiSandbox::profile)
                .map(section -> section.apply(sandbox.baseUrl().toString()))
                .collect(Collectors.joining()));
    }
}
