package io.chargeproof.cli;

/** What is said of an error that nobody expected: one sentence, made without anything that the error may have left broken. */
final class Breakdown {
    private Breakdown() {}

    /** Names the error, and the cure where the environment is to blame. */
    static String of(Throwable failure) {
        String words = String.valueOf(failure).replaceAll("\\s+", " ");
        return "internal error: ".concat(words).concat(cure(failure));
    }

    private static String cure(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return ofMemory(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof LinkageError) {
            return "; a part of the program can't be loaded: see that 'ulimit -n' allows 1024 open files or more, or"
                    + " delete target/chargeproof.jar, which is then built anew";
        }
        return " (--debug shows where)";
    }

    private static String ofMemory(String what) {
        if (what.contains("native thread")) {
            return "; allow more processes with 'ulimit -u', or more memory";
        }
        if (what.contains("Metaspace") || what.contains("class space")) {
            return "; leave -XX:MaxMetaspaceSize out of JAVA_TOOL_OPTIONS and the like";
        }
        return "; give Java more memory, as with CHARGEPROOF_JAVA_OPTS=-Xmx2g";
    }
}
