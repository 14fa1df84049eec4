package io.chargeproof.traffic.provider;

import io.chargeproof.api.evcnet.CustomerIds;
import io.chargeproof.api.evcnet.IdsDiffer;
import io.chargeproof.check.Judgement;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides that creates of different {@code object_id}s give different ids. Where the id stands isn't documented: a place of the
 * answers counts once the client has written to a customer by what stood there, and was let.
 */
final class CreatedIdsDiffer implements ProviderRule {
    private static final int MOST = 20_000;

    private final Map<String, Recent<String, Created>> byPlace = new HashMap<>();
    private final Set<String> confirmed = new HashSet<>();
    private final List<Clash> pending = new ArrayList<>();

    /** A create that succeeded. */
    private record Created(String objectId, RecordedExchange at) {}

    /** Two creates that gave the same in one place. */
    private record Clash(String place, String id, Created first, Created second) {}

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        boolean accepted =
                next.exchange().status().filter(status -> status / 100 == 2).isPresent();
        if (!accepted || fitness == Fitness.IMPROPER) {
            return List.of();
        }
        return switch (next.request().purpose().operation()) {
            case "create" -> created(next);
            case "update", "attach-card" -> addressed(next);
            default -> List.of();
        };
    }

    private List<Statement> created(RecordedExchange next) {
        String objectId =
                next.sentJson().map(body -> body.path("object_id").asString("")).orElse("");
        if (objectId.isEmpty()
                || RecordedExchange.isPlaceholder(objectId)
                || next.answerJson().isEmpty()) {
            return List.of();
        }
        Created now = new Created(objectId, next);
        List<Statement> said = new ArrayList<>();
        next.exchange()
                .answer()
                .ifPresent(answer -> CustomerIds.in(answer, null, objectId, false).stream()
                        .filter(each ->
                                !each.place().equals("object_id") && !each.id().equals(objectId))
                        .forEach(each -> remember(each, now).ifPresent(said::add)));
        return said;
    }

    private Optional<Statement> remember(CustomerIds.Candidate candidate, Created now) {
        Optional<Created> before = byPlace.computeIfAbsent(candidate.place(), place -> new Recent<>(MOST))
                .put(candidate.id(), now)
                .filter(earlier -> !earlier.objectId().equals(now.objectId()));
        boolean known = confirmed.contains(candidate.place());
        if (before.isPresent()) {
            Clash clash = new Clash(candidate.place(), candidate.id(), before.get(), now);
            if (!known && pending.size() < MOST) {
                pending.add(clash);
            }
            return known ? Optional.of(judge(clash)) : Optional.empty();
        }
        return known
                ? Optional.of(Statement.of("EVC-CREATE-3", new IdsDiffer().judge(List.of(candidate.id())), now.at()))
                : Optional.empty();
    }

    private List<Statement> addressed(RecordedExchange next) {
        String path = next.request().uri().getRawPath().replaceFirst("/+$", "");
        String id = decoded(path.substring(path.lastIndexOf('/') + 1));
        List<Statement> said = new ArrayList<>();
        byPlace.forEach((place, ids) -> {
            Optional<Created> create = ids.find(id);
            if (create.isPresent() && confirmed.add(place)) {
                said.addAll(judgeAll(place, id, ids, create.get()));
            }
        });
        return said;
    }

    /** What the creates before tell, now that it is known where the id stands. */
    private List<Statement> judgeAll(String place, String id, Recent<String, Created> ids, Created create) {
        List<Statement> clashes = pending.stream()
                .filter(clash -> clash.place().equals(place))
                .map(CreatedIdsDiffer::judge)
                .toList();
        return clashes.isEmpty() && ids.values().size() > 1
                ? List.of(Statement.of("EVC-CREATE-3", new IdsDiffer().judge(List.of(id)), create.at()))
                : clashes;
    }

    private static Statement judge(Clash clash) {
        return Statement.of(
                "EVC-CREATE-3",
                Judgement.broken(
                        "two creates of different object_ids gave the same id",
                        "an id of its own for each customer",
                        clash.place() + " " + clash.id() + " for object_id "
                                + clash.first().objectId() + " and for object_id "
                                + clash.second().objectId()),
                clash.first().at(),
                clash.second().at());
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItStands) {
            return segment;
        }
    }
}
