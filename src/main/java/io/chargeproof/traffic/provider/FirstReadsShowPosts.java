package io.chargeproof.traffic.provider;

import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.PostIsSeenAtOnce;
import io.chargeproof.api.oioi.PostedDetailsAreRead;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides that the first read after a post isn't a stale one: that it doesn't show to the letter what a read of the same name
 * showed before. It counts where it began once the post was answered, and within two seconds; what later reads show is {@link
 * ReadsShowTheUser}'s matter.
 */
final class FirstReadsShowPosts implements ProviderRule {
    private static final int MOST = 5_000;
    private static final Duration SOON = Duration.ofSeconds(2);

    private Recent<String, History> users = new Recent<>(MOST);

    /** What is known of who is named so, with that token. */
    private static final class History {
        private @Nullable JsonNode before;
        private @Nullable RecordedExchange post;
    }

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        Optional<String> token = UserOfCall.token(next);
        boolean post = UserOfCall.isPost(next);
        if (post && isForgetful(next, token)) {
            users = new Recent<>(MOST);
            return List.of();
        }
        if (token.isEmpty() || !next.knows(Part.TIME)) {
            return List.of();
        }
        String name = token.get() + " " + UserOfCall.name(next);
        History history = users.find(name).orElseGet(History::new);
        users.put(name, history);
        return post ? posted(history, next, fitness) : read(history, next, fitness);
    }

    /** Whether nothing is known after a post: it may be about anybody, or have been carried out or not. */
    private static boolean isForgetful(RecordedExchange post, Optional<String> token) {
        boolean told = post.exchange().answer().isPresent() && !post.exchange().isInconclusive();
        return token.isEmpty() || !post.knows(Part.TIME) || !told;
    }

    private List<Statement> posted(History history, RecordedExchange next, Fitness fitness) {
        boolean taken = fitness != Fitness.IMPROPER
                && next.knows(Part.REQUEST_BODY)
                && UserAnswer.of(next.exchange()).isSuccess();
        JsonNode before = history.post == null ? history.before : null;
        // The same user may be known by other names.
        users = new Recent<>(MOST);
        if (taken && before != null) {
            History now = new History();
            now.before = before;
            now.post = next;
            users.put(UserOfCall.token(next).orElse("") + " " + UserOfCall.name(next), now);
        }
        return List.of();
    }

    private static List<Statement> read(History history, RecordedExchange next, Fitness fitness) {
        if (!UserOfCall.isShown(next, fitness)) {
            return List.of();
        }
        RecordedExchange post = history.post;
        JsonNode before = history.before;
        JsonNode shown = UserOfCall.shown(next);
        history.post = null;
        history.before = shown;
        if (post == null || before == null) {
            return List.of();
        }
        Duration pause = post.pauseUntil(next);
        return pause.isNegative() || pause.compareTo(SOON) >= 0
                ? List.of()
                : broken(post, before, next, shown).map(List::of).orElse(List.of());
    }

    private static Optional<Statement> broken(
            RecordedExchange post, JsonNode before, RecordedExchange read, JsonNode shown) {
        List<String> paths = Details.textPaths().stream()
                .filter(path ->
                        !RecordedExchange.isPlaceholder(Details.at(shown, path).asString("")))
                .toList();
        String what = UserCall.POST_DETAILS.label();
        var subject = new PostedDetailsAreRead.PostAndRead(UserOfCall.details(post), before, shown, shown, paths, what);
        return Optional.of(Statement.of("OIOI-POST-26", new PostIsSeenAtOnce().judge(subject), post, read))
                .filter(Statement::isBroken);
    }
}
