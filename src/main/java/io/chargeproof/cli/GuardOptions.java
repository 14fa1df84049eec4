package io.chargeproof.cli;

import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.target.Allowances;
import io.chargeproof.target.Depth;
import io.chargeproof.target.Permission;
import io.chargeproof.target.Profile;
import io.chargeproof.target.ProfileReader;
import io.chargeproof.target.ReadProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** How near a target a command may come that sends nothing hostile. */
final class GuardOptions {
    @Option(names = "--allow-host", paramLabel = "HOST", description = "Lets the command near this public host.")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--allow-production",
            paramLabel = "HOST",
            description = "Lets the command read from this production host.")
    List<String> production = new ArrayList<>();

    @Option(
            names = "--allow-writes",
            paramLabel = "HOST",
            description = "Lets the command write to this production host.")
    List<String> writes = new ArrayList<>();

    /** Reads a target's profile. */
    static ReadProfile read(Path file) {
        return new ProfileReader(RequirementCatalogue.shipped(), Clock.system(ZoneId.systemDefault()))
                .read(file, System.getenv());
    }

    /** What the guard lets the command do; it sends less than any run. */
    Permission permit(Profile target) {
        Allowances allowances = new Allowances(
                new LinkedHashSet<>(hosts),
                new LinkedHashSet<>(production),
                new LinkedHashSet<>(writes),
                Set.of(),
                false);
        return TargetOptions.guard().permit(target.withDepth(Depth.SMOKE), allowances);
    }
}
