package io.chargeproof.cli;

import io.chargeproof.guard.AllowedHosts;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.RequirementCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How near a target a command may come. */
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

    /** Reads a target's profile for a command. */
    static LoadedProfile read(Path file, CommandSpec command) {
        return TargetOptions.read(file, RequirementCatalogue.shipped(), command);
    }

    /** What the guard lets a command do that sends less than any run, and nothing hostile. */
    RunPermission permit(Profile target) {
        return TargetOptions.guard().permit(target.withDepth(Depth.SMOKE), allowances(List.of(), false));
    }

    /** What is allowed, beside what only runs can be allowed. */
    AllowedHosts allowances(List<String> hostile, boolean readOnly) {
        return new AllowedHosts(set(hosts), set(production), set(writes), set(hostile), readOnly);
    }

    private static Set<String> set(List<String> values) {
        return new LinkedHashSet<>(values);
    }
}
