package io.chargeproof.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client's command as a process of its own, with nothing on its standard input.
 *
 * @param words the program and its arguments
 * @param limit how long it may take
 */
public record ClientCommandLine(List<String> words, Duration limit) {
    private static final int KEPT_LINES = 20;
    private static final int LONGEST_LINE = 400;
    private static final long MOMENT_MILLISECONDS = 1_000;

    public ClientCommandLine {
        words = List.copyOf(words);
    }

    /**
     * How it ended.
     *
     * @param code its exit code; -1 where its time was up
     * @param lastLines the end of what it printed, on either stream
     * @param duration how long it took
     */
    public record Ended(int code, List<String> lastLines, Duration duration) {
        public Ended {
            lastLines = List.copyOf(lastLines);
        }

        /** Whether it ended well. */
        public boolean isWell() {
            return code == 0;
        }

        /** Such as {@code exit code 1}. */
        public String inWords() {
            return code < 0 ? "out of time" : "exit code " + code;
        }
    }

    /**
     * Runs it to its end, or to that of its time.
     *
     * @throws IOException if there is no such program
     */
    Ended run(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        for (String name : List.of("NO_PROXY", "no_proxy")) {
            // A proxy of the network doesn't know the sandbox.
            builder.environment().merge(name, "127.0.0.1,localhost", (before, own) -> before + "," + own);
        }
        long begun = System.nanoTime();
        Process process = builder.start();
        Thread atTheEnd = new Thread(() -> stop(process), "stop-client");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try {
            process.getOutputStream().close();
            LastLines lines = new LastLines(process);
            lines.start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                stop(process);
            }
            lines.join(MOMENT_MILLISECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new Ended(ended ? process.exitValue() : -1, lines.lines(), took);
        } finally {
            stop(process);
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads what a process prints, and keeps the end of it. */
    private static final class LastLines {
        private final Process process;
        private final Deque<String> kept = new ArrayDeque<>();
        private final Thread thread = new Thread(this::read, "client-output");

        LastLines(Process process) {
            this.process = process;
        }

        void start() {
            thread.setDaemon(true);
            thread.start();
        }

        /** Waits for the end, but not for what the command leaves running. */
        void join(long milliseconds) throws InterruptedException {
            thread.join(milliseconds);
        }

        private void read() {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                StringBuilder line = new StringBuilder();
                for (int letter = reader.read(); letter >= 0; letter = reader.read()) {
                    if (letter == '\n') {
                        keep(line.toString());
                        line.setLength(0);
                    } else if (line.length() < LONGEST_LINE) {
                        line.append((char) letter);
                    }
                }
                keep(line.toString());
            } catch (IOException ended) {
                // What it said until then is kept.
            }
        }

        private synchronized void keep(String line) {
            if (line.isBlank()) {
                return;
            }
            kept.add(line.strip());
            if (kept.size() > KEPT_LINES) {
                kept.remove();
            }
        }

        synchronized List<String> lines() {
            return List.copyOf(kept);
        }
    }
}
