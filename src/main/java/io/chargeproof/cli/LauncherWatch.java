package io.chargeproof.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the program if its launcher is killed, which can't pass that on. */
final class LauncherWatch implements Runnable {
    private static final int TERMINATED = 143;
    private static final int MILLISECONDS = 2000;

    private final long launcher;

    private LauncherWatch(long launcher) {
        this.launcher = launcher;
    }

    /** Begins to watch the process of that number, if it is one. */
    static void begin(@Nullable String launcher) {
        if (launcher == null || !launcher.matches("[0-9]{1,18}")) {
            return;
        }
        Thread watch = new Thread(new LauncherWatch(Long.parseLong(launcher)), "launcher-watch");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void run() {
        try {
            do {
                Thread.sleep(MILLISECONDS);
            } while (isThere());
            System.exit(TERMINATED);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isThere() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        return parent.isPresent() && parent.get().pid() == launcher;
    }
}
