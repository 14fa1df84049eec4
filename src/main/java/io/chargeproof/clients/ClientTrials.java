package io.chargeproof.clients;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.profile.Profile;
import io.chargeproof.profile.ProfileReader;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import io.chargeproof.sandbox.Variant;
import io.chargeproof.traffic.JudgedTraffic;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.proxy.ProxyServer;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a client's command on the clean sandbox and then on the variants that it has to bear: first on several at once, no two of
 * which are about the same requirement, and where it fails on these, on each alone.
 */
public final class ClientTrials {
    private static final int LAST_EXCHANGES = 6;

    private final ClientCommandLine command;
    private final ProfileReader reader;
    private final Consumer<ClientRun> progress;
    private final TrafficJudge judge = new TrafficJudge(ApiAddresses.anywhere(), true);
    private final List<ClientRun> runs = new ArrayList<>();

    /**
     * Trials of a command.
     *
     * @param reader reads the sandbox's profile
     * @param progress hears of each run as it ends
     */
    public ClientTrials(ClientCommandLine command, ProfileReader reader, Consumer<ClientRun> progress) {
        this.command = command;
        this.reader = reader;
        this.progress = progress;
    }

    /**
     * Carries them out. Where the command fails on the clean sandbox, or asks nothing of it, that is all that is tried.
     *
     * @throws IOException if there is no such program
     */
    public void execute(List<Variant> variants) throws IOException, InterruptedException {
        ClientRun clean = run(List.of());
        if (!clean.ended().isWell() || clean.requests() == 0) {
            return;
        }
        for (List<Variant> group : groups(variants)) {
            if (!run(group).ended().isWell() && group.size() > 1) {
                for (Variant each : group) {
                    run(List.of(each));
                }
            }
        }
    }

    /** Variants of one requirement may contradict each other. */
    static List<List<Variant>> groups(List<Variant> variants) {
        List<Map<Object, Variant>> groups = new ArrayList<>();
        for (Variant each : variants) {
            Map<Object, Variant> group = groups.stream()
                    .filter(known -> !known.containsKey(each.requirement()))
                    .findFirst()
                    .orElseGet(() -> {
                        Map<Object, Variant> another = new LinkedHashMap<>();
                        groups.add(another);
                        return another;
                    });
            group.put(each.requirement(), each);
        }
        return groups.stream().map(group -> List.copyOf(group.values())).toList();
    }

    private ClientRun run(List<Variant> variants) throws IOException, InterruptedException {
        List<String> ids = variants.stream().map(Variant::id).toList();
        String name = ClientRun.name(variants);
        Instant started = Instant.now();
        Deque<Exchange> last = new ArrayDeque<>();
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(), ids))) {
            Profile profile = read(sandbox.profile());
            JudgedTraffic judged = judge.begin(name);
            WatchedTraffic watched =
                    new WatchedTraffic(name, ApiAddresses.of(profile), next -> see(next, judged, last));
            ClientCommandLine.Ended ended;
            try (ProxyServer proxy = WatchedSandbox.open(0, profile, watched, note -> {})) {
                ended = command.run(ClientEnvironment.of(read(WatchedSandbox.profile(sandbox, proxy)), ids));
            }
            long requests = watched.end();
            judged.end(requests, List.of());
            ClientRun run = new ClientRun(variants, ended, requests, started, List.copyOf(last));
            runs.add(run);
            progress.accept(run);
            return run;
        }
    }

    private static void see(RecordedExchange next, JudgedTraffic judged, Deque<Exchange> last) {
        last.add(judged.see(next).exchange());
        if (last.size() > LAST_EXCHANGES) {
            last.remove();
        }
    }

    private Profile read(String text) {
        return reader.parse(text, "sandbox", Map.of()).profile();
    }

    /** What was judged of all that passed. */
    public TrafficJudge judge() {
        return judge;
    }

    /** The runs in their order. */
    public List<ClientRun> runs() {
        return List.copyOf(runs);
    }

    /** Each run as a scenario. A group that fails says nothing where one of its variants fails alone. */
    public List<ScenarioResult> scenarios() {
        return runs.stream()
                .filter(run -> run.variants().size() < 2 || run.ended().isWell() || isNews(run))
                .map(run -> run.scenario(run.ended().isWell()))
                .toList();
    }

    private boolean isNews(ClientRun group) {
        return runs.stream()
                .noneMatch(run -> run.variants().size() == 1
                        && group.variants().containsAll(run.variants())
                        && !run.ended().isWell());
    }
}
