package io.chargeproof.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A release of Chargeproof, unpacked.
 *
 * @param folder the folder with the launcher
 */
record Release(Path folder) {
    /** How long a run that is stopped may take to put back what it changed, in seconds. */
    private static final int TO_PUT_BACK = 60;

    /** Executes a command of it, in the current folder, until it ends; a thread that is interrupted stops it. */
    Ended execute(List<String> command, Map<String, String> variables) {
        try {
            Path out = Files.createTempFile("chargeproof", ".out");
            Path err = Files.createTempFile("chargeproof", ".err");
            try {
                int code = waitFor(start(command, variables, out, err));
                return new Ended(code, read(out), read(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The release in " + folder + " can't be started: " + e.getMessage(), e);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private Process start(List<String> command, Map<String, String> variables, Path out, Path err) throws IOException {
        List<String> all = new ArrayList<>(List.of(launcher().toString()));
        all.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Path launcher() {
        return folder.resolve(System.getProperty("os.name").startsWith("Windows") ? "chargeproof.cmd" : "chargeproof");
    }

    // A run that outlived its tests would go on to write to a service that is gone.
    private static int waitFor(Process process) {
        Thread atTheEnd = new Thread(() -> stop(process));
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Chargeproof was stopped, as the test that waited for it was", e);
        } finally {
            forget(atTheEnd);
        }
    }

    private static void forget(Thread atTheEnd) {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException alreadyEnding) {
            // Then it is of no use any more.
        }
    }

    private static void stop(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (process.waitFor(TO_PUT_BACK, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /**
     * Finds the release.
     *
     * @param properties the system properties
     * @param environment the environment variables
     */
    record Finder(UnaryOperator<String> properties, UnaryOperator<String> environment) {
        private static final String PROPERTY = "chargeproof.release";
        private static final String VARIABLE = "CHARGEPROOF_RELEASE";

        static Finder ofThisMachine() {
            return new Finder(System::getProperty, System::getenv);
        }

        Release find() {
            String named = properties.apply(PROPERTY);
            if (named != null) {
                return at(Path.of(named), "the system property " + PROPERTY);
            }
            named = environment.apply(VARIABLE);
            if (named != null) {
                return at(Path.of(named), "the environment variable " + VARIABLE);
            }
            Path artifact = artifact();
            if (Files.exists(artifact)) {
                return at(artifact, "the local Maven repository");
            }
            throw new IllegalStateException("There is no release of Chargeproof: neither the system property "
                    + PROPERTY
                    + " nor the environment variable " + VARIABLE + " names its folder or zip, and there is no "
                    + artifact + "; set one of them, or add io.chargeproof:chargeproof:zip to the dependencies");
        }

        private Release at(Path place, String source) {
            if (!Files.exists(place)) {
                throw new IllegalStateException(
                        source + " names " + place + " as Chargeproof's release, and there is no such file or folder");
            }
            Path top = Files.isDirectory(place) ? place : new Unpacked(cache()).folder(place);
            return new Release(withLauncher(top, place));
        }

        private static Path withLauncher(Path top, Path place) {
            try (Stream<Path> inside = Files.list(top)) {
                return Stream.concat(Stream.of(top), inside)
                        .filter(each -> Files.isRegularFile(each.resolve("chargeproof")))
                        .findFirst()
                        .map(Path::toAbsolutePath)
                        .orElseThrow(() -> new IllegalStateException(
                                place + " is no release of Chargeproof: there is no chargeproof in it"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path artifact() {
            String version = version();
            return repository()
                    .resolve(Path.of("io", "chargeproof", "chargeproof", version, "chargeproof-" + version + ".zip"));
        }

        // Surefire and Failsafe tell the tests by the second name.
        private Path repository() {
            return Stream.of("maven.repo.local", "localRepository")
                    .map(properties)
                    .filter(each -> each != null)
                    .findFirst()
                    .map(Path::of)
                    .orElseGet(() -> Path.of(properties.apply("user.home"), ".m2", "repository"));
        }

        private Path cache() {
            String named = environment.apply("XDG_CACHE_HOME");
            Path caches = named == null ? Path.of(properties.apply("user.home"), ".cache") : Path.of(named);
            return caches.resolve("chargeproof").resolve("releases");
        }

        static String version() {
            try (InputStream file = Release.class.getResourceAsStream("release.properties")) {
                Properties read = new Properties();
                read.load(file);
                return read.getProperty("version");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
