package io.chargeproof.run;

import io.chargeproof.api.ApiModules;
import io.chargeproof.api.ApiRun;
import io.chargeproof.api.RunSetup;
import io.chargeproof.api.UsageException;
import io.chargeproof.exchange.policy.Sleeper;
import io.chargeproof.profile.Depth;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.Ended;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.Api;
import io.chargeproof.scenario.ApiLines;
import io.chargeproof.scenario.Patience;
import io.chargeproof.scenario.RunContext;
import io.chargeproof.scenario.SamplingCounter;
import io.chargeproof.scenario.ScenarioRegister;
import io.chargeproof.testdata.HostileValues;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run against one target, from the preflight to the verdict. */
public final class Run {
    /** As many as there are words of seven letters and digits. */
    private static final long IDS = 78_364_164_096L;

    private final RunOptions options;
    private final RunProgress progress;
    private final String id;
    private final Instant started = Instant.now();
    private final SamplingCounter sampling = new SamplingCounter();
    private final Patience patience;
    private final StateStore store;
    private final RunIdentity identity;
    private final List<ApiRun> apis;
    private final Cutoff cutoff;
    private final ScenarioRegister register = new ScenarioRegister();
    private volatile @Nullable Course course;

    /** A run against a target that begins afresh, so that nothing it changes has to last. */
    public Run(RunOptions options, RunProgress progress) {
        this(options, progress, StateStore.inMemory());
    }

    /** The same without waiting, against a target whose moments are requests and not time. */
    public static Run withoutWaiting(RunOptions options, RunProgress progress) {
        return new Run(options, progress, StateStore.inMemory(), Cutoff.NONE, new Patience(duration -> {}));
    }

    /** A run that gives into custody what it uses up or changes. */
    public Run(RunOptions options, RunProgress progress, StateStore custody) {
        this(options, progress, custody, Cutoff.NONE);
    }

    /** The same for a run that may be cut off. */
    public Run(RunOptions options, RunProgress progress, StateStore custody, Cutoff cutoff) {
        this(options, progress, custody, cutoff, new Patience(Sleeper.SLEEPING::last));
    }

    private Run(RunOptions options, RunProgress progress, StateStore store, Cutoff cutoff, Patience patience) {
        this.patience = patience;
        this.options = options;
        this.progress = progress;
        this.cutoff = cutoff;
        // Runs that begin at the same moment with the same seed must not take one another's values for their own.
        this.id = Long.toString(new SecureRandom().nextLong(IDS), 36);
        this.store = store;
        this.identity = RunIdentity.of(options.profile(), id, started);
        this.apis = ApiModules.open(new RunSetup(
                identity,
                options.profile(),
                options.permission().readOnly(),
                options.privateTarget(),
                true,
                store,
                store.ledger(identity),
                options.catalogue(),
                patience,
                options.seed() ^ started.toEpochMilli()));
    }

    /** What no output may show beside the profile's secrets, and what stands for it, such as what the run made up. */
    public Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>();
        apis.forEach(each -> secrets.putAll(each.secrets()));
        return secrets;
    }

    /** What scenarios say they sent where secrets stand, and what is none. */
    public Set<String> said() {
        return apis.stream().flatMap(each -> each.said().stream()).collect(Collectors.toSet());
    }

    /**
     * Executes the run.
     *
     * @throws UsageException if there is nothing to judge: an empty scope, or a profile that doesn't fit the target
     * @throws io.chargeproof.teststate.TestStateException if another run is using the same accounts
     */
    public RunReport execute() {
        return execute(Suite.in(options.features(), options.catalogue()));
    }

    /**
     * Executes the run with scenarios that were read before, from the folder that the options name.
     *
     * @throws UsageException as {@link #execute()} does
     */
    public RunReport execute(Suite suite) {
        Selection selection = new Selection(suite.scenarios(), options);
        selection.requireKnownTags(options);
        if (selection.selected().isEmpty()) {
            throw new UsageException("no scenario is selected; loosen --tags, --depth, --shard or --read-only");
        }
        suite.check(selection.selected(), options.glue());
        try (TransportChain link = new TransportChain(options, apis);
                TimeLimit time = new TimeLimit(cutoff.maxTime(), why -> end(link, why));
                RunCleanup aftermath = new RunCleanup(
                        store,
                        identity,
                        apis,
                        link.afterwards(),
                        link.gate(),
                        options.profile().limits().timeout(),
                        this::stopped)) {
            aftermath.arm(cutoff.stopped() != null);
            return execute(selection, link, aftermath, time);
        }
    }

    /** What was to be executed, and how far that got. */
    private record Course(
            Selection selection,
            Map<Api, String> unreachable,
            List<SelectedScenario> reachable,
            ScenarioRecorder recorder,
            TransportChain link,
            RunCleanup aftermath) {}

    private void end(TransportChain link, String why) {
        register.close(why + " before it began");
        link.close(why);
    }

    /** Reports what was decided before the process was told to stop. */
    private void stopped(List<String> leftovers) {
        progress.stopped(leftovers);
        Course until = course;
        Consumer<RunReport> taker = cutoff.stopped();
        if (until != null && taker != null) {
            boolean cut = until.recorder().close(until.reachable(), "the run was stopped before it had ended");
            taker.accept(report(until, cut ? Ended.STOPPED : Ended.COMPLETE));
        }
    }

    private RunReport execute(Selection selection, TransportChain link, RunCleanup aftermath, TimeLimit time) {
        apis.forEach(ApiRun::adopt);
        Map<Api, String> unreachable = new ReachabilityCheck(options, progress, link).over(apis, selection);
        List<ApiRun> there = apis.stream()
                .filter(each -> !unreachable.containsKey(each.api()))
                .toList();
        there.forEach(each -> each.putBackAdopted(link.afterwards()));
        List<ApiRun> used =
                there.stream().filter(each -> selection.includes(each.api())).toList();
        used.forEach(each -> each.prepare(selection.requirements(), link.plain()));
        List<SelectedScenario> reachable = selection.selected().stream()
                .filter(scenario -> unreachable.keySet().stream()
                        .noneMatch(api -> api.label().equals(scenario.api())))
                .toList();
        ApiLines clients = link.clients(apis);
        used.forEach(each -> each.begin(clients));
        progress.planned(reachable.size());
        ScenarioRecorder recorder = new ScenarioRecorder(selection, register, progress);
        Course begun = new Course(selection, unreachable, reachable, recorder, link, aftermath);
        course = begun;
        boolean cut;
        try {
            used.stream().filter(each -> isWrittenTo(each, reachable)).forEach(ApiRun::claim);
            if (!reachable.isEmpty()) {
                new Execution(options).execute(reachable, new GlueContext(components(clients), register, recorder));
            }
            cut = time.isOver();
        } finally {
            aftermath.putInOrder();
        }
        return report(begun, cut ? Ended.MAX_TIME : Ended.COMPLETE);
    }

    private RunReport report(Course until, Ended ended) {
        RequirementEvaluation assessment = new RequirementEvaluation(
                options.catalogue().all(),
                RunScope.of(until.selection(), until.unreachable()),
                RunResults.of(until.recorder().all()));
        return report(until.selection(), assessment, until.recorder(), until.link(), until.aftermath(), ended);
    }

    private static boolean isWrittenTo(ApiRun api, List<SelectedScenario> reachable) {
        return reachable.stream()
                .anyMatch(scenario ->
                        scenario.has("@writes") && scenario.has(api.api().tag()));
    }

    private List<Object> components(ApiLines clients) {
        Profile profile = options.profile();
        boolean every = profile.depth() == Depth.FULL;
        HostileValues hostile = new HostileValues(every, options.permission().hostileAllowed(), options.seed());
        List<Object> components = new ArrayList<>(List.of(
                options.catalogue(),
                clients,
                register,
                patience,
                new RunContext(profile.kind(), profile.depth(), options.privateTarget(), hostile, sampling)));
        apis.forEach(each -> components.addAll(each.components()));
        return components;
    }

    private RunReport report(
            Selection selection,
            RequirementEvaluation assessment,
            ScenarioRecorder recorder,
            TransportChain link,
            RunCleanup aftermath,
            Ended ended) {
        List<String> leftovers = aftermath.putInOrder();
        List<ScenarioResult> scenarios =
                recorder.all().stream().map(ScenarioRecorder.Recorded::result).toList();
        Waivers waivers = new Waivers(options.profile().waivers());
        VerdictCalculator conclusion = new VerdictCalculator(
                VerdictPolicy.of(options),
                assessment,
                scenarios,
                leftovers,
                waivers::excuses,
                waivers::uses,
                Thoroughness.of(selection, recorder.all(), options.profile().depth()));
        List<String> notices = new ArrayList<>(conclusion.idleWaivers());
        notices.addAll(notices());
        apis.forEach(each -> notices.addAll(each.notices()));
        return new RunReport(
                new RunReport.Run(
                        id,
                        started,
                        Instant.now(),
                        options.version(),
                        options.seed(),
                        options.profile().depth().label(),
                        ended),
                conclusion.scope(),
                target(),
                conclusion.verdict(),
                conclusion.exitCode(),
                conclusion.results(),
                conclusion.scenarios(),
                link.log().exchanges(),
                leftovers,
                notices,
                conclusion.waivers());
    }

    private RunReport.Target target() {
        Profile profile = options.profile();
        return new RunReport.Target(profile.name(), profile.kind().label(), profile.addresses());
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (sampling.all() > 0) {
            notices.add("hostile values: " + sampling.sent() + " of " + sampling.all() + " chosen (depth "
                    + options.profile().depth().label() + ", seed " + options.seed() + ")");
        }
        return notices;
    }
}
