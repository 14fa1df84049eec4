package io.chargeproof.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known of the place where lines are read.
 *
 * @param isTerminal whether standard output is a terminal that somebody looks at
 * @param canRewrite whether progress may rewrite its line, as standard error is one too
 * @param columns how wide lines may be
 * @param colour whether colours may be used
 */
record Screen(boolean isTerminal, boolean canRewrite, int columns, boolean colour) {
    private static final int UNKNOWN = 120;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 200;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5}) (\\d{1,5})");

    /** Standard output and error of this process. */
    static Screen here() {
        return Detected.SCREEN;
    }

    /** Asked once: it takes a process of its own. */
    private static final class Detected {
        private static final Screen SCREEN = detect(System.getenv());

        private static Screen detect(Map<String, String> environment) {
            return hasTerminal() ? of(environment, true, asked()) : of(environment, false, "");
        }
    }

    /**
     * What follows from these.
     *
     * @param environment the variables of the environment: {@code NO_COLOR}, {@code TERM}, {@code CI} and {@code COLUMNS}
     * @param isTerminal whether standard input and output are a terminal
     * @param answer what the terminal says: {@code err} if standard error is one too, and its rows and columns
     */
    static Screen of(Map<String, String> environment, boolean isTerminal, String answer) {
        if (!isTerminal || environment.containsKey("CI")) {
            return new Screen(false, false, UNKNOWN, false);
        }
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty() && !dumb;
        return new Screen(true, answer.contains("err") && !dumb, columns(environment, answer), colour);
    }

    private static int columns(Map<String, String> environment, String answer) {
        Matcher size = SIZE.matcher(answer);
        String columns = size.find() ? size.group(2) : environment.getOrDefault("COLUMNS", "");
        int said = columns.matches("\\d{1,5}") ? Integer.parseInt(columns) : 0;
        return said == 0 ? UNKNOWN : Math.min(WIDEST, Math.max(NARROWEST, said));
    }

    /** From Java 22 on there is a console also where none is seen, so it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Where there is no such program, as on Windows, nothing is known of the width, and progress is rewritten. */
    private static String asked() {
        try {
            Process process = new ProcessBuilder("sh", "-c", "test -t 2 && echo err; stty size 2>/dev/null")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "err";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException hasNone) {
            return "err";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "err";
        }
    }
}
