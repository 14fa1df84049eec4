package io.chargeproof.cli;

/**
 * Where the program begins: whatever ends it, the exit code is one that the program means, as 1 says something of a target.
 * It needs no library, so that it can say which one is missing.
 */
public final class EntryPoint {
    private static final int USAGE = 2;
    private static final int INTERNAL = 70;
    /** The launcher adds nothing that Java exits with by itself to its own codes; it tells them apart by this. */
    private static final int OURS = 100;

    /** With less, Java is busy tidying up and never ends. */
    private static final int LEAST_MEBIBYTES = 60;

    private static final String LAUNCHER = "chargeproof.launcher";

    private EntryPoint() {}

    /** Runs the program and ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        int code = INTERNAL;
        try {
            code = run(arguments);
        } catch (Throwable failure) {
            say(Breakdown.of(failure), failure, arguments);
        }
        end(System.getProperty(LAUNCHER) == null ? code : OURS + code);
    }

    /** Runs the program; the exit code. */
    static int run(String... arguments) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> say("in the background, ".concat(Breakdown.of(failure)), failure, arguments));
        LauncherWatch.begin(System.getProperty(LAUNCHER));
        String missing = Installation.missing();
        if (missing != null) {
            System.err.println("chargeproof: ".concat(missing));
            return INTERNAL;
        }
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        if (mebibytes < LEAST_MEBIBYTES) {
            System.err.println(
                    "chargeproof: Java may use "
                            .concat(Long.toString(mebibytes))
                            .concat(" MiB of memory, which is too little; allow 64 MiB or more, as with -Xmx1g in")
                            .concat(
                                    " CHARGEPROOF_JAVA_OPTS, and look for -Xmx in JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS and _JAVA_OPTIONS"));
            return USAGE;
        }
        // Pact would report its use otherwise.
        System.setProperty("pact_do_not_track", "true");
        return Main.execute(arguments);
    }

    private static void say(String sentence, Throwable failure, String[] arguments) {
        System.err.println("chargeproof: ".concat(sentence));
        for (String argument : arguments) {
            if (argument.equals("--debug")) {
                failure.printStackTrace();
            }
        }
    }

    /** Ends the process at once with a code of ours, also where it is ending already. */
    static void halt(int code) {
        Runtime.getRuntime().halt(System.getProperty(LAUNCHER) == null ? code : OURS + code);
    }

    private static void end(int code) {
        try {
            System.exit(code);
        } catch (Throwable unable) {
            // Not even a thread for what is done at the end can be had.
            Runtime.getRuntime().halt(code);
        }
    }
}
