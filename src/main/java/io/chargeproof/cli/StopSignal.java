package io.chargeproof.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/** The end of a command that goes on until it is stopped, by Ctrl-C or a signal, which is nothing out of the ordinary for it. */
final class StopSignal {
    private StopSignal() {}

    /** Waits for the signal; the process then ends with the code of what is done at the end. */
    static void await(Callable<Integer> ending, CommandLine command) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> EntryPoint.halt(code(ending, command)), "at-the-end"));
        new CountDownLatch(1).await();
    }

    private static int code(Callable<Integer> ending, CommandLine command) {
        try {
            return ending.call();
        } catch (Exception | Error failed) {
            return Main.explain(failed, command);
        }
    }
}
