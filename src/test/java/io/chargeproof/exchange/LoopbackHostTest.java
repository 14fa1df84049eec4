package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackHostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:18080",
                "127.0.0.1:1",
                "127.0.1.1",
                "[::1]:80",
                "192.168.1.7:80",
                "api.localhost",
                "sandbox",
                "sandbox:18080",
                "host.docker.internal:9",
                "oioi.test",
                "localhost.localdomain",
                "localhost.:80"
            })
    void takes_what_no_page_elsewhere_can_be_called(String host) {
        assertThat(LoopbackHost.accepts(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example",
                        "a.test.evil.com",
                "evil.example#localhost", "localhost:80@evil.example", "evil-localhost.com", "[::1].evil.example", ""
            })
    void refuses_the_names_of_others(String host) {
        assertThat(LoopbackHost.accepts(host)).isFalse();
    }

    @Test
    void takes_a_client_that_names_nothing() {
        assertThat(LoopbackHost.accepts(null)).isTrue();
    }
}
