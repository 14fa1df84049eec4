package io.chargeproof.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** A launcher that does what a test says, and what became of the tests that it led to. */
record FakeRelease(Path folder) {
    /** One that executes these lines of a shell. */
    static FakeRelease saying(Path folder, String... lines) throws IOException {
        Path launcher = folder.resolve("chargeproof");
        Files.writeString(launcher, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("it can't be made executable");
        }
        return new FakeRelease(folder);
    }

    /** One that ends with this code and has written this as {@code conformance.json}. */
    static FakeRelease reporting(Path folder, int code, String json) throws IOException {
        Files.writeString(folder.resolve("conformance.json"), json);
        return saying(folder, "echo 'the first line'", "echo 'Report: " + folder + "'", "exit " + code);
    }

    Chargeproof run() {
        Release.Finder finder =
                new Release.Finder(name -> name.equals("chargeproof.release") ? folder.toString() : null, name -> null);
        return new Chargeproof(finder, Path.of("profile.yaml"), Map.of(), List.of());
    }

    /** What each test of the run ended with: passed, or failed or aborted and why. */
    Map<String, String> outcomes() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        run().tests().forEach(each -> outcomes.put(each.getDisplayName(), outcome(each)));
        return outcomes;
    }

    private static String outcome(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return "passed";
        } catch (TestAbortedException e) {
            return "aborted: " + e.getMessage();
        } catch (Throwable e) {
            return "failed: " + e.getMessage();
        }
    }
}
