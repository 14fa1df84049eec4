package io.chargeproof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, with a small heap. */
final class OwnProcess {
    private OwnProcess() {}

    /**
     * What came of it.
     *
     * @param code the exit code; -1 where it had to be ended
     * @param output what it said on both streams
     * @param took how long it took
     */
    record Outcome(int code, List<String> output, Duration took) {
        /** The line with the verdict, or else the last one. */
        String verdict() {
            return output.stream()
                    .filter(line -> line.matches("(conforming|non-conforming|incomplete|chargeproof): .*"))
                    .findFirst()
                    .orElseGet(() -> output.isEmpty() ? "" : output.get(output.size() - 1));
        }
    }

    /** Starts it; what it says goes to a file. */
    static Process start(Path output, List<String> arguments) throws IOException {
        return start(output, arguments, Map.of());
    }

    private static Process start(Path output, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs it to its end, or to the end of patience. */
    static Outcome run(Path output, Duration patience, List<String> arguments)
            throws IOException, InterruptedException {
        return run(output, patience, arguments, Map.of());
    }

    /** The same with more in its environment. */
    static Outcome run(Path output, Duration patience, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start(output, arguments, environment);
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Outcome(ended ? process.exitValue() : -1, Files.readAllLines(output), took);
    }
}
