package io.chargeproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the program printed, and how it ended.
 *
 * @param code the exit code
 * @param out all that went to standard output, whoever printed it
 * @param err all that went to standard error
 */
record Terminal(int code, String out, String err) {
    static Terminal run(String... arguments) {
        PrintStream realOut = System.out;
        PrintStream realErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            int code = Main.execute(arguments);
            return new Terminal(code, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(realOut);
            System.setErr(realErr);
        }
    }

    /** A run with a profile of this text, whose files, custody and reports are in a folder. */
    static Terminal runIn(Path folder, String profile, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), profile);
        Stream<String> arguments = Stream.of(
                "run",
                "--profile",
                file.toString(),
                "--custody",
                folder.resolve("custody").toString(),
                "--reports",
                folder.resolve("reports").toString());
        return run(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    String firstLine() {
        return out.lines().findFirst().orElse("");
    }
}
