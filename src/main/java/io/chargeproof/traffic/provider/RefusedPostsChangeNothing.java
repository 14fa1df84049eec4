package io.chargeproof.traffic.provider;

import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.PostIsSeenAtOnce;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.api.oioi.UserIsUnchanged;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a post that was refused isn't stored: a read of the same name shows nothing of it that the read before didn't
 * show. Any other post in between, whoever is named in it, ends the matter.
 */
final class RefusedPostsChangeNothing implements ProviderRule {
    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int FIRST_OF_AUTHENTICATION = 140;
    private static final int LAST_OF_AUTHENTICATION = 149;
    private static final Set<Integer> OF_THE_KEY = Set.of(210, 220);
    private static final int OF_THE_FORMAT = 230;

    private Recent<String, History> users = new Recent<>(MOST);

    /** What was shown of a name, and a post to it that was refused since. */
    private static final class History {
        private @Nullable RecordedExchange read;
        private @Nullable Refused refused;
    }

    /** A post, and the requirement by which it changes nothing. */
    private record Refused(RecordedExchange post, String requirement) {}

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        if (!UserOfCall.isPost(next)) {
            return next.knows(Part.TIME) && UserOfCall.isShown(next, fitness) ? read(next) : List.of();
        }
        Optional<String> requirement =
                next.knows(Part.TIME) && next.knows(Part.REQUEST_BODY) ? refusal(next) : Optional.empty();
        History history = users.find(UserOfCall.name(next)).orElse(null);
        if (requirement.isEmpty()) {
            users = new Recent<>(MOST);
        } else if (history != null && history.refused == null) {
            history.refused = new Refused(next, requirement.get());
        }
        return List.of();
    }

    /** The requirement on a post that was refused so; nothing where it may have been carried out. */
    private static Optional<String> refusal(RecordedExchange post) {
        UserAnswer answer = UserAnswer.of(post.exchange());
        if (answer.isCodeZero()) {
            return Optional.of("OIOI-POST-15").filter(row -> answer.hasReason());
        }
        int code = answer.code().orElse(0);
        if (code == OF_THE_FORMAT) {
            return Optional.of("OIOI-POST-15");
        }
        boolean ofTheUser = code >= FIRST_OF_AUTHENTICATION && code <= LAST_OF_AUTHENTICATION;
        return Optional.of("OIOI-POST-14").filter(row -> ofTheUser || OF_THE_KEY.contains(code));
    }

    private List<Statement> read(RecordedExchange next) {
        String name = UserOfCall.name(next);
        History history = users.find(name).orElseGet(History::new);
        RecordedExchange before = history.read;
        Refused refused = history.refused;
        history.read = next;
        history.refused = null;
        users.put(name, history);
        if (before == null
                || refused == null
                || next.started().isBefore(refused.post().ended())
                || refused.post().started().isBefore(before.ended())
                || before.pauseUntil(next).compareTo(LONGEST) > 0) {
            return List.of();
        }
        return judge(before, refused, next).map(List::of).orElse(List.of());
    }

    private static Optional<Statement> judge(RecordedExchange before, Refused refused, RecordedExchange after) {
        JsonNode posted = UserOfCall.details(refused.post());
        JsonNode shownBefore = UserOfCall.shown(before);
        JsonNode shownAfter = UserOfCall.shown(after);
        Set<String> stored = new TreeSet<>(PostIsSeenAtOnce.unseen(posted, shownBefore, Details.textPaths()));
        stored.removeAll(PostIsSeenAtOnce.unseen(posted, shownAfter, Details.textPaths()));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        String what = "a " + UserCall.POST_DETAILS.label() + " that was refused";
        return Optional.of(Statement.of(
                        refused.requirement(),
                        new UserIsUnchanged().judge(new UserIsUnchanged.BeforeAndAfter(shownBefore, shownAfter, what)),
                        before,
                        refused.post(),
                        after))
                .filter(Statement::isBroken);
    }
}
