package io.chargeproof.teststate;

import java.util.List;

/** The users' details that a run didn't put back. */
public final class PendingRestore {
    private final PrivateFiles files;
    private final java.nio.file.Path file;
    private final RunIdentity run;
    private final List<UserSnapshot> users;

    PendingRestore(PrivateFiles files, java.nio.file.Path file, RunIdentity run, List<UserSnapshot> users) {
        this.files = files;
        this.file = file;
        this.run = run;
        this.users = List.copyOf(users);
    }

    /** The run that took them. */
    public RunIdentity run() {
        return run;
    }

    /** The users as they were before it. */
    public List<UserSnapshot> users() {
        return users;
    }

    /** Forgets them: they are as before, or in somebody else's custody. */
    public void forget() {
        files.delete(file);
    }
}
