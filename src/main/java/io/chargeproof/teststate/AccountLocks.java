package io.chargeproof.teststate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which runs are going, and with which accounts. A run holds a lock of the operating system's on a file of its own as long as
 * its process lives, however that ends; another file beside it says who holds it.
 */
final class AccountLocks {
    private static final String LEASE = ".lease";
    private static final String LOCK = ".lock";

    private final PrivateFiles files;

    AccountLocks(PrivateFiles files) {
        this.files = files;
    }

    /** Takes a run's accounts, unless a run that is going has one of them. */
    AccountLock take(RunIdentity run) {
        files.prepare();
        return alone(() -> {
            Set<String> wanted = run.accounts();
            for (Path each : files.files(LEASE)) {
                refuseIfShared(each, wanted);
            }
            FileChannel held = hold(lockOf(run));
            Path lease = files.path(run.run() + LEASE);
            files.replace(lease, written(run) + "\n");
            return () -> alone(() -> giveBack(lease, lockOf(run), held));
        });
    }

    /** The IDs of the runs that are going. */
    Set<String> going() {
        Set<String> going = new LinkedHashSet<>();
        for (Path lease : files.files(LEASE)) {
            if (isHeld(lease)) {
                files.lines(lease).forEach(line -> going.add(line.path("run").asString()));
            }
        }
        return going;
    }

    private void refuseIfShared(Path lease, Set<String> wanted) {
        if (!isHeld(lease)) {
            files.delete(lease);
            files.delete(lockBeside(lease));
            return;
        }
        for (JsonNode holder : files.lines(lease)) {
            Set<String> shared = holder.path("accounts")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(wanted::contains)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!shared.isEmpty()) {
                throw new TestStateException("nothing was sent: run "
                        + holder.path("run").asString() + " (process "
                        + holder.path("pid").asLong()
                        + ", started " + holder.path("started").asString() + ") is using "
                        + shared.iterator().next()
                        + "; wait until it is done, or give the profile accounts of its own");
            }
        }
    }

    /** A lock of this very process must not be tried: closing it would give it back. */
    private boolean isHeld(Path lease) {
        for (JsonNode holder : files.lines(lease)) {
            if (isThisProcess(holder)) {
                return true;
            }
        }
        Path file = lockBeside(lease);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException e) {
            throw new TestStateException(file + " can't be locked; name a folder on a local disk with --custody", e);
        }
    }

    private FileChannel hold(Path file) {
        files.create(file);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.lock();
            return channel;
        } catch (IOException e) {
            throw new TestStateException(file + " can't be locked; name a folder on a local disk with --custody", e);
        }
    }

    private Void giveBack(Path lease, Path lock, FileChannel held) {
        files.delete(lease);
        try {
            held.close();
        } catch (IOException e) {
            throw new TestStateException(lock + " can't be closed", e);
        }
        files.delete(lock);
        return null;
    }

    /** One process at a time looks at the leases and changes them. */
    private <T extends @Nullable Object> T alone(Supplier<T> action) {
        Path file = files.path(".leases");
        files.create(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            lock.isValid();
            return action.get();
        } catch (IOException e) {
            throw new TestStateException(file + " can't be locked; name a folder on a local disk with --custody", e);
        }
    }

    private static ObjectNode written(RunIdentity run) {
        ObjectNode line = JournalFormat.of(run);
        ProcessHandle self = ProcessHandle.current();
        line.put("pid", self.pid()).put("process", startOf(self));
        run.accounts().forEach(line.putArray("accounts")::add);
        return line;
    }

    private static boolean isThisProcess(JsonNode holder) {
        ProcessHandle self = ProcessHandle.current();
        return holder.path("pid").asLong() == self.pid()
                && holder.path("process").asString("").equals(startOf(self));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    private Path lockOf(RunIdentity run) {
        return files.path(run.run() + LOCK);
    }

    private static Path lockBeside(Path lease) {
        String name = String.valueOf(lease.getFileName());
        return lease.resolveSibling(name.substring(0, name.length() - LEASE.length()) + LOCK);
    }
}
