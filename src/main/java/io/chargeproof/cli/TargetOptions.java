package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.guard.NameResolver;
import io.chargeproof.guard.ProductionGuard;
import io.chargeproof.guard.RunPermission;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which target a command is about, and what it may do there. */
final class TargetOptions {
    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "The profile of the target, or 'sandbox'; without it the built-in sandbox is tested.")
    @Nullable String profile;

    @Option(names = "--read-only", description = "Leaves out everything that writes to the target.")
    boolean readOnly;

    @Mixin
    GuardOptions guard = new GuardOptions();

    @Option(
            names = "--allow-hostile",
            paramLabel = "HOST",
            description = "Lets a run send this host markup, SQL and template values, as full depth does.")
    List<String> hostile = new ArrayList<>();

    @Option(
            names = "--defect",
            paramLabel = "ID",
            description = "Has the built-in sandbox break a requirement (only without --profile).")
    List<String> defects = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "Has the built-in sandbox differ where the documents leave it open (only without --profile).")
    List<String> variants = new ArrayList<>();

    /** Whether the target is the sandbox in this process. */
    boolean isEmbedded() {
        return profile == null || profile.equals("sandbox");
    }

    /** Starts the sandbox in this process. */
    Sandbox startSandbox() {
        return startSandbox(0, defects, variants);
    }

    /** Starts a sandbox, or says which of its variants it doesn't have. */
    static Sandbox startSandbox(int port, List<String> defects, List<String> variants) {
        try {
            return PortCheck.opened(() -> Sandbox.start(new SandboxOptions(port, defects, variants)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Reads, for a command, the profile of a target that isn't the sandbox in this process. */
    LoadedProfile read(RequirementCatalogue catalogue, CommandSpec command) {
        if (!defects.isEmpty() || !variants.isEmpty()) {
            throw new UsageException(
                    "--defect and --variant vary the built-in sandbox, so they don't go with --profile;"
                            + " give them to 'chargeproof sandbox' instead");
        }
        return read(Path.of(String.valueOf(profile)), catalogue, command);
    }

    /** Reads a target's profile for a command, whose errors won't show what is secret in it. */
    static LoadedProfile read(Path file, RequirementCatalogue catalogue, CommandSpec command) {
        LoadedProfile read = reader(catalogue).read(file, System.getenv());
        Main.conceal(read.profile(), command);
        return read;
    }

    /** Reads the profile of a sandbox in this process. */
    static Profile profileOf(Sandbox sandbox, RequirementCatalogue catalogue) {
        return reader(catalogue).parse(sandbox.profile(), "sandbox", Map.of()).profile();
    }

    /** What the guard lets a command do to a target. */
    RunPermission permit(Profile target) {
        return guard().permit(target, guard.allowances(hostile, readOnly));
    }

    static ProductionGuard guard() {
        return new ProductionGuard(NameResolver.ofTheSystem());
    }

    /** Reads the profiles of sandboxes in this process. */
    static ProfileReader sandboxReader() {
        return reader(RequirementCatalogue.shipped());
    }

    private static ProfileReader reader(RequirementCatalogue catalogue) {
        return new ProfileReader(catalogue, Clock.system(ZoneId.systemDefault()));
    }
}
