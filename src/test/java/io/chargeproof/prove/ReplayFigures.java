package io.chargeproof.prove;

import io.chargeproof.check.Outcome;
import io.chargeproof.guard.AllowedHosts;
import io.chargeproof.guard.NameResolver;
import io.chargeproof.guard.ProductionGuard;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.GroupedFinding;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.ShownRequest;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.run.Run;
import io.chargeproof.run.RunOptions;
import io.chargeproof.run.RunProgress;
import io.chargeproof.run.SentValues;
import io.chargeproof.run.Suite;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxCatalogue;
import io.chargeproof.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Pastes what is printed of findings into shells: a finding of each defect has to show the fault against a sandbox with that
 * defect, and not to show it against one without. Not a test, since it takes minutes; the script {@code figures} starts it.
 */
final class ReplayFigures {
    private static final RequirementCatalogue CATALOGUE = RequirementCatalogue.shipped();
    private static final List<String> SHELLS = List.of("bash", "dash");

    private final ProductionGuard guard = new ProductionGuard(NameResolver.ofTheSystem());
    private final Suite suite = Suite.in(Path.of("features"), CATALOGUE);
    private final ProfileReader reader = new ProfileReader(CATALOGUE, Clock.systemUTC());

    ReplayFigures() {}

    /** Arguments: what the IDs of the defects begin with, or nothing for the first defect of each requirement. */
    public static void main(String[] arguments) {
        ReplayFigures figures = new ReplayFigures();
        System.out.println("| defect | requirement | requests | result |");
        System.out.println("|---|---|---:|---|");
        Map<String, Integer> counts = new TreeMap<>();
        Set<RequirementId> seen = new HashSet<>();
        for (Defect defect : SandboxCatalogue.defects()) {
            if (arguments.length == 0
                    ? seen.add(defect.requirement())
                    : List.of(arguments).stream().anyMatch(defect.id()::startsWith)) {
                Result result = figures.replay(defect);
                counts.merge(result.words().replaceAll(":.*", ""), 1, Integer::sum);
                System.out.println("| " + defect.id() + " | " + defect.requirement() + " | " + result.requests() + " | "
                        + result.words().replace("|", "\\|") + " |");
                System.out.flush();
            }
        }
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println();
        counts.forEach((words, count) -> System.out.println(count + " of " + all + ": " + words));
        System.exit(counts.keySet().stream().anyMatch(words -> words.startsWith("WRONG")) ? 1 : 0);
    }

    /**
     * What came of a finding.
     *
     * @param requests how many requests it has
     * @param words whether it could be replayed
     */
    record Result(int requests, String words) {}

    /** Whether a finding of a defect can be replayed. */
    Result replay(Defect defect) {
        Optional<Found> found = find(defect, Depth.STANDARD, "@" + defect.requirement())
                .or(() -> find(defect, Depth.FULL, "@" + defect.requirement()))
                .or(() -> find(
                        defect, Depth.STANDARD, "@" + defect.requirement().api().label()));
        if (found.isEmpty()) {
            return new Result(0, "no finding");
        }
        List<ShownRequest> requests = found.get().requests();
        if (requests.isEmpty()) {
            return new Result(0, "no request");
        }
        List<String> commands = requests.stream().map(ShownRequest::command).toList();
        if (commands.stream().anyMatch(command -> command.startsWith("#"))) {
            return new Result(requests.size(), "WRONG no command: " + commands);
        }
        for (String shell : SHELLS) {
            Optional<String> objection = objection(defect, found.get(), commands, shell);
            if (objection.isPresent()) {
                return new Result(requests.size(), "WRONG in " + shell + ": " + objection.get());
            }
        }
        return new Result(requests.size(), "shown, and not by the clean sandbox");
    }

    private record Found(List<ShownRequest> requests, URI base, Map<String, String> environment) {
        /** What the run would have shown of an answer to what was pasted. */
        UnaryOperator<String> redaction() {
            Map<String, String> secrets = new HashMap<>();
            environment.forEach((name, value) -> secrets.put(value, name));
            return Redactor.of(secrets)::redact;
        }
    }

    private Optional<Found> find(Defect defect, Depth depth, String tags) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(defect.id()), List.of()))) {
            Profile profile = reader.parse(sandbox.profile(), "sandbox", Map.of())
                    .profile()
                    .withDepth(depth)
                    .withRetries(1);
            Run run = Run.withoutWaiting(options(profile, tags), RunProgress.NONE);
            var report = run.execute(suite);
            Map<String, String> secrets = new TreeMap<>(run.secrets());
            secrets.putAll(profile.secrets());
            Redactor redactor = Redactor.of(secrets);
            RedactedReport redacted = RedactedReport.of(
                    report,
                    new ReportOptions(
                            Path.of("target", "no-reports"),
                            true,
                            false,
                            redactor,
                            new SentValues(profile, run.said()).redactor(redactor, secrets)::redact));
            Map<String, String> environment = new HashMap<>();
            secrets.forEach((value, name) -> environment.put(name, value));
            environment.put("EVC_NET_NEW_PASSWORD", "Serves-as-well-as-4ny");
            return redacted.causes().stream()
                    .filter(cause -> cause.outcome() == Outcome.VIOLATION || cause.outcome() == Outcome.WARNING)
                    .filter(cause -> cause.requirements().contains(defect.requirement()))
                    .findFirst()
                    .map(cause -> new Found(requests(redacted, cause), sandbox.baseUrl(), environment));
        }
    }

    private static List<ShownRequest> requests(RedactedReport redacted, GroupedFinding cause) {
        return redacted.requests(cause.shown().finding());
    }

    private RunOptions options(Profile profile, String tags) {
        return new RunOptions(
                profile,
                guard.permit(profile, AllowedHosts.NONE),
                CATALOGUE,
                Path.of("features"),
                List.of(),
                tags,
                null,
                2,
                1,
                guard.isNearby(profile),
                RunOptions.Adapters.JDK_ONLY,
                false,
                "0",
                null);
    }

    private static Optional<String> objection(Defect defect, Found found, List<String> commands, String shell) {
        List<ShellAnswer> then = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        found.requests().forEach(request -> then.add(ShellAnswer.of(request.exchange(), ids)));
        List<ShellAnswer> again = pasted(List.of(defect.id()), found, commands, shell);
        List<ShellAnswer> clean = pasted(List.of(), found, commands, shell);
        int last = then.size() - 1;
        // What alternates shows the same answers, perhaps in the other order.
        boolean same =
                then.get(last).equals(again.get(last)) || Set.copyOf(then).equals(Set.copyOf(again));
        if (!same) {
            return Optional.of("it got " + again.get(last) + ", in the run " + then.get(last) + " by " + commands);
        }
        boolean differs = IntStream.rangeClosed(0, last)
                .filter(i -> found.requests().get(i).decisive())
                .anyMatch(i -> !then.get(i).equals(clean.get(i)));
        return differs
                ? Optional.empty()
                : Optional.of("the clean sandbox answers the same: " + then.get(then.size() - 1));
    }

    private static List<ShellAnswer> pasted(List<String> defects, Found found, List<String> commands, String shell) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, defects, List.of()))) {
            List<String> moved = commands.stream()
                    .map(command -> command.replace(
                            found.base().getAuthority(), sandbox.baseUrl().getAuthority()))
                    .toList();
            return ShellAnswer.pasted(shell, moved, found.environment(), found.redaction());
        }
    }
}
