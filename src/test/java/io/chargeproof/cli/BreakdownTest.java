package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors that nobody expects, which end the program with one sentence. */
class BreakdownTest {
    @TempDir
    Path folder;

    @Test
    void names_the_cure_where_the_environment_is_to_blame() {
        assertThat(Breakdown.of(new OutOfMemoryError("Java heap space")))
                .isEqualTo("internal error: java.lang.OutOfMemoryError: Java heap space; give Java more memory, as with"
                        + " CHARGEPROOF_JAVA_OPTS=-Xmx2g");
        assertThat(Breakdown.of(new OutOfMemoryError("Metaspace")))
                .isEqualTo("internal error: java.lang.OutOfMemoryError: Metaspace; leave -XX:MaxMetaspaceSize out of"
                        + " JAVA_TOOL_OPTIONS and the like");
        assertThat(Breakdown.of(new OutOfMemoryError("unable to create native thread: possibly out of memory")))
                .isEqualTo("internal error: java.lang.OutOfMemoryError: unable to create native thread: possibly out of"
                        + " memory; allow more processes with 'ulimit -u', or more memory");
        assertThat(Breakdown.of(new NoClassDefFoundError("a/B")))
                .isEqualTo(
                        "internal error: java.lang.NoClassDefFoundError: a/B; a part of the program can't be loaded: see"
                                + " that 'ulimit -n' allows 1024 open files or more, or delete target/chargeproof.jar, which is then"
                                + " built anew");
        assertThat(Breakdown.of(new IllegalStateException("one\n  two")))
                .isEqualTo("internal error: java.lang.IllegalStateException: one two (--debug shows where)");
    }

    @Test
    void refuses_a_pact_that_is_nested_too_deeply() throws IOException {
        Files.writeString(folder.resolve("deep.json"), "[".repeat(200_000) + "]".repeat(200_000));

        Terminal terminal = verify();

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err())
                .startsWith("chargeproof: " + folder.resolve("deep.json")
                        + " is damaged, it isn't JSON: Document nesting depth");
    }

    @Test
    void ends_a_verification_that_asks_for_more_text_than_there_is_memory() throws IOException {
        Files.writeString(folder.resolve("long.json"), """
                {"consumer": {"name": "c"}, "provider": {"name": "oioi-user-api"},
                 "interactions": [{"type": "Synchronous/HTTP", "description": "long",
                   "request": {"method": "POST", "path": "/api/v4/request",
                     "body": {"content": {"a": "b"}, "contentType": "application/json", "encoded": false},
                     "generators": {"body": {"$.a": {"type": "RandomString", "size": 2147483647}}}},
                   "response": {"status": 200}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """);

        Terminal terminal = verify();

        assertThat(terminal.code()).isEqualTo(70);
        assertThat(terminal.err())
                .matches(
                        "chargeproof: internal error: java\\.lang\\.OutOfMemoryError: .*; give Java more memory, as with"
                                + " CHARGEPROOF_JAVA_OPTS=-Xmx2g\n");
    }

    private Terminal verify() {
        return Terminal.run(
                "pact",
                "verify",
                "--provider",
                "oioi-user-api",
                "--pacts",
                folder.toString(),
                "--reports",
                folder.resolve("reports").toString());
    }
}
