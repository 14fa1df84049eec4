package io.chargeproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserDefectsTest {
    @ParameterizedTest
    @MethodSource("defects")
    void starts_with_every_defect_and_answers(String defect) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(defect), List.of()))) {
            Client client = new Client(sandbox);

            assertThat(client.get(UserDeviation.PRIMARY).status()).isBetween(200, 299);
            assertThat(client.post(UserDeviation.PRIMARY, Bodies.details()).status())
                    .isBetween(200, 599);
        }
    }

    static Stream<String> defects() {
        return SandboxCatalogue.defects().stream().map(Defect::id).filter(id -> id.startsWith("oioi-"));
    }
}
