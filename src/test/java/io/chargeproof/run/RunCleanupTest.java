package io.chargeproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.ApiRun;
import io.chargeproof.api.ClientSettings;
import io.chargeproof.check.Answers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Scripted;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.ApiTarget;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.ShutdownGate;
import io.chargeproof.teststate.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunCleanupTest {
    private final List<String> cleaned = new ArrayList<>();

    @Test
    void says_what_is_not_as_before_at_any_api_and_cleans_up_once() {
        try (RunCleanup cleanup = of(new Cleaned("one", null), new Cleaned("two", null))) {
            assertThat(cleanup.putInOrder()).containsExactly("one isn't as before", "two isn't as before");
            assertThat(cleanup.putInOrder()).hasSize(2);
        }
        assertThat(cleaned).containsExactly("one", "two");
    }

    /** A list that can't be written is no reason to leave users changed. */
    @Test
    void puts_one_api_in_order_though_another_fails() {
        IllegalStateException full = new IllegalStateException("the disk is full");
        IllegalStateException broken = new IllegalStateException("broken");

        try (RunCleanup cleanup =
                of(new Cleaned("one", full), new Cleaned("two", null), new Cleaned("three", broken))) {
            assertThatThrownBy(cleanup::putInOrder).isSameAs(full).hasSuppressedException(broken);
        }
        assertThat(cleaned).containsExactly("one", "two", "three");
    }

    private static RunCleanup of(ApiRun... apis) {
        return new RunCleanup(
                StateStore.inMemory(),
                RunIdentity.of(Targeted.PROFILE, "r1", Instant.EPOCH),
                List.of(apis),
                Scripted.with(Answers.empty(200)),
                new ShutdownGate(),
                Duration.ZERO,
                left -> {});
    }

    private final class Cleaned implements ApiRun {
        private final String name;
        private final @Nullable RuntimeException failure;

        Cleaned(String name, @Nullable RuntimeException failure) {
            this.name = name;
            this.failure = failure;
        }

        @Override
        public List<String> cleanUp(Transport transport) {
            cleaned.add(name);
            if (failure != null) {
                throw failure;
            }
            return List.of(name + " isn't as before");
        }

        @Override
        public ApiTarget target() {
            return Targeted.OIOI;
        }

        @Override
        public List<HttpRequest> healthProbes() {
            return List.of();
        }

        @Override
        public boolean look(Transport transport, Transport once) {
            return true;
        }

        @Override
        public ClientSettings client() {
            throw new UnsupportedOperationException("nothing is sent");
        }
    }
}
