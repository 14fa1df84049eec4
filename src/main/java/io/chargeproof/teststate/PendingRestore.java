package io.chargeproof.teststate;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The details of users of one API that a run didn't put back. */
public final class PendingRestore {
    private final PrivateFiles files;
    private final java.nio.file.Path file;
    private final String api;
    private final RunIdentity run;
    private final List<UserSnapshot> users;

    PendingRestore(PrivateFiles files, java.nio.file.Path file, String api, RunIdentity run, List<UserSnapshot> users) {
        this.files = files;
        this.file = file;
        this.api = api;
        this.run = run;
        this.users = List.copyOf(users);
    }

    /** The label of the API that they are users of. */
    public String api() {
        return api;
    }

    /** Where that API is, as far as it is on record. */
    public @Nullable URI address() {
        return run.addresses().get(api);
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
