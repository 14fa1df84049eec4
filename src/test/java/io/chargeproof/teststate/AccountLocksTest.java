package io.chargeproof.teststate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccountLocksTest {
    private static final URI ENDPOINT = URI.create("https://oioi.example.com/request");
    private static final ProcessHandle SELF = ProcessHandle.current();
    private static final RunIdentity RUN =
            Identities.of("a2", Instant.EPOCH, "acceptance", "acceptance", null, ENDPOINT, List.of("ben"));

    @TempDir
    Path folder;

    private Path lease = Path.of("");
    private Path lock = Path.of("");

    @BeforeEach
    void name() {
        lease = folder.resolve("a1.lease");
        lock = folder.resolve("a1.lock");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(1L, "2026-11-21T20:00:00Z"),
                // A process ID is given again, so it takes both.
                arguments(1L, startOfThis()),
                arguments(SELF.pid(), "2026-11-21T20:00:00Z"),
                arguments(SELF.pid(), ""));
    }

    @ParameterizedTest
    @MethodSource("others")
    void are_free_once_the_process_that_took_them_is_gone(long process, String started) throws IOException {
        leave(process, started);
        Files.createFile(lock);

        try (AccountLock taken = new AccountLocks(new PrivateFiles(folder)).take(RUN)) {
            assertThat(taken).isNotNull();
            assertThat(lease).doesNotExist();
            assertThat(lock).doesNotExist();
        }
    }

    @Test
    void are_free_where_nothing_is_there_to_be_locked() throws IOException {
        leave(1, "");

        try (AccountLock taken = new AccountLocks(new PrivateFiles(folder)).take(RUN)) {
            assertThat(taken).isNotNull();
            assertThat(lease).doesNotExist();
        }
    }

    /** Whoever wrote the lease: the lock decides. */
    @Test
    void are_taken_as_long_as_the_lock_is_held() throws IOException {
        leave(1, "2026-11-21T20:00:00Z");
        Files.createFile(lock);

        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> new AccountLocks(new PrivateFiles(folder)).take(RUN))
                    .isInstanceOf(TestStateException.class)
                    .hasMessage("nothing was sent: run a1 (process 1, started 2026-11-21T20:00:00Z) is using the user"
                            + " ben at https://oioi.example.com/request; wait until it is done, or give the profile"
                            + " accounts of its own");
            assertThat(new AccountLocks(new PrivateFiles(folder)).going()).containsExactly("a1");
        }
        assertThat(new AccountLocks(new PrivateFiles(folder)).going()).isEmpty();
    }

    @Test
    void leave_nothing_behind_that_is_held() throws IOException {
        Path own = folder.resolve("a2.lock");
        AccountLock taken = new AccountLocks(new PrivateFiles(folder)).take(RUN);

        try (FileChannel channel = FileChannel.open(own, StandardOpenOption.WRITE)) {
            taken.close();
            try (FileLock free = channel.tryLock()) {
                assertThat(free).isNotNull();
            }
        }
        assertThat(own).doesNotExist();
        assertThat(folder.resolve("a2.lease")).doesNotExist();
    }

    private void leave(long process, String started) throws IOException {
        Files.writeString(
                lease,
                "{\"run\":\"a1\",\"started\":\"2026-11-21T20:00:00Z\",\"pid\":" + process + ",\"process\":\"" + started
                        + "\",\"accounts\":[\"the user ben at " + ENDPOINT + "\"]}\n");
    }

    private static String startOfThis() {
        return SELF.info().startInstant().map(Instant::toString).orElse("");
    }
}
