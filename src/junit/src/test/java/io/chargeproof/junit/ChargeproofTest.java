package io.chargeproof.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChargeproofTest {
    @TempDir
    Path folder;

    @Test
    void a_run_gets_options_and_the_values_of_variables() throws IOException {
        assertEquals(
                "http://127.0.0.1:1 run --profile profile.yaml --depth smoke --reports target/chargeproof/reports"
                        + " --custody target/chargeproof/state",
                said(echo().run().set("BASE_URL", "http://127.0.0.1:1").with("--depth", "smoke")));
    }

    @Test
    void folders_that_a_test_names_are_left_alone() throws IOException {
        assertEquals(
                " run --profile profile.yaml --reports=here --custody there",
                said(echo().run().with("--reports=here", "--custody", "there")));
    }

    @Test
    void what_was_begun_from_stays_as_it_was() throws IOException {
        Chargeproof begun = echo().run();
        begun.with("--depth", "smoke").set("BASE_URL", "http://127.0.0.1:1");
        assertTrue(said(begun).startsWith(" run --profile profile.yaml --reports"), said(begun));
    }

    @Test
    void the_run_has_the_java_of_the_tests() throws IOException {
        FakeRelease release = FakeRelease.saying(folder, "echo \"$JAVA_HOME\" >'" + folder + "/said'");
        assertEquals(System.getProperty("java.home"), said(release.run()));
    }

    @Test
    @Timeout(60)
    void a_test_that_is_interrupted_stops_the_run() throws Exception {
        Path signs = Files.createDirectory(folder.resolve("signs"));
        FakeRelease release = FakeRelease.saying(
                folder,
                "trap 'touch \"" + signs + "/stopped\"; exit 143' TERM",
                "touch '" + signs + "/begun'",
                "while :; do sleep 0.1; done");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread test = new Thread(() -> thrown.set(
                assertThrows(IllegalStateException.class, () -> release.run().tests())));
        test.start();
        while (!Files.exists(signs.resolve("begun"))) {
            Thread.sleep(20);
        }
        test.interrupt();
        test.join();
        assertEquals(
                "Chargeproof was stopped, as the test that waited for it was",
                thrown.get().getMessage());
        assertTrue(Files.exists(signs.resolve("stopped")));
    }

    private FakeRelease echo() throws IOException {
        return FakeRelease.saying(folder, "echo \"$BASE_URL $*\" >'" + folder + "/said'");
    }

    private String said(Chargeproof run) throws IOException {
        assertEquals(
                List.of("verdict"),
                run.tests().map(each -> each.getDisplayName()).toList());
        return Files.readString(folder.resolve("said")).stripTrailing();
    }
}
