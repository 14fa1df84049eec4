package io.chargeproof.teststate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What one run takes into custody; for several threads. Whatever is added has lasted by the time that the call returns. */
public sealed interface Journal permits MemoryJournal, FileJournal {
    /** Takes down what can't be taken back. */
    void add(JournalEntry entry);

    /** All that was taken down. */
    List<JournalEntry> entries();

    /** Keeps a user's details. */
    void keep(UserSnapshot user);

    /** Forgets all details that were kept of users of an API: the users have them again. */
    void forgetUsers(String api);

    /** Lists the customers that were created for whoever cleans up; none if there are none or nothing lasts. */
    Optional<Path> listCustomers();
}
