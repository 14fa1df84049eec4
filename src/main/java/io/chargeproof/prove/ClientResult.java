package io.chargeproof.prove;

import io.chargeproof.requirement.RequirementId;
import io.chargeproof.traffic.Side;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.seeded.SeededClient;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What judging its traffic said of a client whose conduct is known.
 *
 * @param client the client
 * @param broken the requirements on clients that it was said to break
 */
public record ClientResult(SeededClient client, List<RequirementId> broken) {
    public ClientResult {
        broken = List.copyOf(broken);
    }

    /** Judges a client's traffic. */
    static ClientResult of(SeededClient client) {
        TrafficJudge judge = new TrafficJudge(ApiAddresses.anywhere(), false);
        judge.judge(client.id(), client.exchanges());
        return new ClientResult(
                client, List.copyOf(new TreeSet<>(judge.broken(Side.CLIENT).keySet())));
    }

    /** Whether it breaks a requirement and not just differs. */
    public boolean isDefect() {
        return client.requirement() != null;
    }

    /** Whether just what it breaks was said to be broken. */
    public boolean isRight() {
        return client.requirement() == null ? broken.isEmpty() : broken.equals(List.of(client.requirement()));
    }

    /** Why the proof fails by it, in a sentence; nothing where it doesn't. */
    Optional<String> problem() {
        if (isRight()) {
            return Optional.empty();
        }
        return Optional.of(
                isDefect()
                        ? "a client that " + client.does() + " is said to break " + broken + " and not "
                                + client.requirement()
                        : "false alarm on a client that " + client.does() + ": " + broken);
    }
}
