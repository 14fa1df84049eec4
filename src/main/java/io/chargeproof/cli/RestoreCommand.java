package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.run.CrashRecovery;
import io.chargeproof.teststate.FileStateStore;
import io.chargeproof.teststate.PendingRestore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts back what runs that were cut off had changed. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts back the users' details that runs changed and, being cut off, couldn't put back themselves;"
                + " lists the customers that were created. Doing it twice does no harm.",
        footer = {"", "Example:", "  chargeproof restore --profile acceptance.yaml --allow-host dev-api.plugsurfing.com"
        })
final class RestoreCommand implements Callable<Integer> {
    private static final int LEFT = 3;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The profile of the target; without it those that the runs had.")
    @Nullable Path profile;

    @Mixin
    GuardOptions guard = new GuardOptions();

    @Mixin
    CustodyOption custody = new CustodyOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        FileStateStore folder = custody.outside(InstallDirectory.reports());
        boolean complete = true;
        for (Path each : profiles(folder)) {
            complete &= restore(each, folder);
        }
        folder.listCustomers().forEach(list -> out().println("Customers that runs created, for clean-up: " + list));
        List<PendingRestore> others = folder.unrestored();
        if (complete && others.isEmpty()) {
            out().println("Nothing is left to put back.");
        }
        if (complete) {
            others.forEach(each -> out().println(DisplayText.visible(
                    "Still to put back: run " + each.run().run() + " at " + each.address() + "; give its --profile")));
        }
        out().flush();
        return complete && others.isEmpty() ? 0 : LEFT;
    }

    private Set<Path> profiles(FileStateStore folder) {
        if (profile != null) {
            return Set.of(profile);
        }
        Set<Path> known = new LinkedHashSet<>();
        for (PendingRestore each : folder.unrestored()) {
            Path file = each.run().profile();
            if (file != null) {
                known.add(file);
            }
        }
        return known;
    }

    private boolean restore(Path file, FileStateStore folder) {
        Profile target = GuardOptions.read(file, spec).profile();
        if (guard.permit(target).readOnly()) {
            throw new UsageException("nothing was sent: putting back is writing, and the target is production; if that"
                    + " is meant, give --allow-writes with its host");
        }
        Redactor redactor = Redactor.of(target.secrets());
        CrashRecovery.Result result = new CrashRecovery(target, folder).execute();
        result.restored().forEach(run -> out().println("Put back what run " + run + " had changed."));
        result.leftovers()
                .forEach(left -> out().println(DisplayText.visible(redactor.redact("Not put back: " + left))));
        return result.leftovers().isEmpty();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
