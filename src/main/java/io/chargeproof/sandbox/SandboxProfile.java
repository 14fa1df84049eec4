package io.chargeproof.sandbox;

import io.chargeproof.sandbox.provider.TestData;
import io.chargeproof.sandbox.user.User;
import java.util.stream.Collectors;

/** The profile of a sandbox. Every value is quoted, since YAML takes some UIDs for numbers. */
final class SandboxProfile {
    private SandboxProfile() {}

    static String of(Sandbox sandbox) {
        return """
                name: sandbox
                kind: sandbox
                evc-net:
                  base-url: "%s"
                  token: "%s"
                  email-domain: "example.com"
                  cards:
                %s
                oioi:
                  endpoint: "%s"
                  api-key: "%s"
                  valid-vat: "%s"
                  users:
                %s%s%slimits: {max-requests: 100000, max-customers: 100000, timeout: 10s, retries: 3}
                depth: full
                """.formatted(
                        sandbox.baseUrl(),
                        TestData.CUSTOMER_TOKEN,
                        cards(),
                        sandbox.oioiEndpoint(),
                        TestData.API_KEY,
                        TestData.VALID_VAT,
                        user("primary", TestData.primary()),
                        user("secondary", TestData.secondary()),
                        user("sparse", TestData.sparse()));
    }

    private static String cards() {
        return TestData.cards().stream().map(card -> "    - \"" + card + "\"").collect(Collectors.joining("\n"));
    }

    private static String user(String name, User user) {
        return """
                    %s:
                      username: "%s"
                      token: "%s"
                      evco-id: "%s"
                      rfid: "%s"
                """.formatted(name, user.username(), user.token(), user.evcoId(), user.rfid());
    }
}
