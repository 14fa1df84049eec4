package io.chargeproof.traffic.provider;

import io.chargeproof.api.oioi.ContractIsTheOneAskedFor;
import io.chargeproof.api.oioi.Details;
import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.PostedDetailsAreRead;
import io.chargeproof.api.oioi.PostedNullsAreRead;
import io.chargeproof.api.oioi.SameUserIsShown;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Recent;
import io.chargeproof.traffic.rule.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Decides what a read has to show: what was posted before, and the same user by each identifier. Calls with one token are about
 * one user. A read counts that began two seconds and more after the last post of that user (before, only where it shows what was
 * posted), no more than a minute after what it is held against, and had ended before another post began; so nobody is blamed for a moment's delay, for what others post
 * meanwhile, or for an order that can't be told.
 */
final class ReadsShowTheUser implements ProviderRule {
    private static final int MOST = 20_000;
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Controls, formats, private use: what becomes of them is left open. */
    private static final Pattern OPEN = Pattern.compile("(?s).*\\p{C}.*|\\s*");

    /** What the notation of a contract may have or not. */
    private static final Pattern NOTATION = Pattern.compile("[*-]");

    private static final Pattern OTHER_CHARSET = Pattern.compile("(?i).*charset\\s*=\\s*\"?(?!utf-?8).*");

    private Recent<String, History> users = new Recent<>(MOST);

    /** What is known of one user since the last post. */
    private static final class History {
        private @Nullable RecordedExchange post;
        private Instant lastWrite = Instant.MIN;
        private final List<RecordedExchange> reads = new ArrayList<>();
        private @Nullable RecordedExchange pending;
    }

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        boolean post = isPost(next);
        List<Statement> said = new ArrayList<>(post ? List.of() : contract(next, fitness));
        Optional<String> user = token(next);
        if (post && (user.isEmpty() || !next.knows(Part.TIME))) {
            // It may be about anybody.
            users = new Recent<>(MOST);
        } else if (user.isPresent() && next.knows(Part.TIME)) {
            History history = users.find(user.get()).orElseGet(History::new);
            users.put(user.get(), history);
            settle(history, next, said);
            if (post) {
                write(history, next, fitness);
            } else if (history.pending == null && isShown(next, fitness)) {
                history.pending = next;
            }
        }
        return said;
    }

    /** Judges the read before, if it had ended; no post that follows can have disturbed it then. */
    private static void settle(History history, RecordedExchange next, List<Statement> said) {
        RecordedExchange read = history.pending;
        if (read != null && !next.started().isBefore(read.ended())) {
            judge(history, read, said);
            history.pending = null;
        } else if (isPost(next)) {
            history.pending = null;
        }
    }

    @Override
    public List<Statement> end() {
        List<Statement> said = new ArrayList<>();
        users.values().forEach(history -> {
            RecordedExchange read = history.pending;
            if (read != null) {
                judge(history, read, said);
            }
        });
        return said;
    }

    private static boolean isPost(RecordedExchange next) {
        return next.request().purpose().operation().equals(UserCall.POST_DETAILS.label());
    }

    private static void write(History history, RecordedExchange next, Fitness fitness) {
        boolean overlaps = next.started().isBefore(history.lastWrite);
        boolean taken =
                fitness == Fitness.PROPER && UserAnswer.of(next.exchange()).isSuccess();
        history.post = taken && !overlaps ? next : null;
        history.lastWrite = next.ended().isAfter(history.lastWrite) ? next.ended() : history.lastWrite;
        history.reads.clear();
    }

    private static boolean isShown(RecordedExchange next, Fitness fitness) {
        UserAnswer answer = UserAnswer.of(next.exchange());
        return fitness != Fitness.IMPROPER
                && next.knows(Part.ANSWER_BODY)
                && answer.isCodeZero()
                && answer.user().isPresent()
                && isUtf8(next);
    }

    private static boolean isSettled(History history, RecordedExchange next) {
        return history.lastWrite.equals(Instant.MIN) || !next.started().isBefore(history.lastWrite.plus(SETTLED));
    }

    private static void judge(History history, RecordedExchange read, List<Statement> said) {
        boolean settled = isSettled(history, read);
        RecordedExchange post = history.post;
        if (post != null && isSoonAfter(post, read) && isOfTheSame(post, read)) {
            posted(post, read).stream()
                    .filter(each -> settled || !each.isBroken())
                    .forEach(said::add);
        }
        if (!settled) {
            return;
        }
        IdentifierType type = type(read);
        history.reads.stream()
                .filter(other -> type(other) != type && isSoonAfter(other, read) && isOneContract(other, read))
                .findFirst()
                .ifPresent(other -> said.add(Statement.of(
                        "OIOI-GET-5", new SameUserIsShown().judge(List.of(seen(other), seen(read))), other, read)));
        history.reads.removeIf(other -> type(other) == type);
        history.reads.add(read);
    }

    /** Whether both name the user alike, or the post by the token itself. */
    private static boolean isOfTheSame(RecordedExchange post, RecordedExchange read) {
        return type(post) == IdentifierType.TOKEN
                || (type(post) == type(read)
                        && user(post).path("identifier").equals(user(read).path("identifier")));
    }

    /** One token may be a whole company's; one contract is one user's. */
    private static boolean isOneContract(RecordedExchange one, RecordedExchange other) {
        Optional<String> contract = contract(one);
        return contract.isPresent() && contract.equals(contract(other));
    }

    private static Optional<String> contract(RecordedExchange read) {
        return type(read) == IdentifierType.EVCO_ID
                ? user(read).path("identifier").asStringOpt().map(ReadsShowTheUser::plain)
                : seen(read).user().path("evco-id").asStringOpt().map(ReadsShowTheUser::plain);
    }

    /** Without what a notation may have or not. */
    private static String plain(String contract) {
        return NOTATION.matcher(contract).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean isSoonAfter(RecordedExchange earlier, RecordedExchange read) {
        return earlier.pauseUntil(read).compareTo(LONGEST) <= 0;
    }

    private static List<Statement> posted(RecordedExchange post, RecordedExchange read) {
        JsonNode details = post.sentJson()
                .map(json -> json.path(UserCall.POST_DETAILS.label()).path("details"))
                .orElseThrow();
        JsonNode shown = seen(read).user();
        List<String> texts = Details.textPaths().stream()
                .filter(path -> isTold(Details.at(details, path)) && !isHidden(Details.at(shown, path)))
                .toList();
        List<String> nulls = Details.textPaths().stream()
                .filter(path -> Details.at(details, path).isNull() && !isHidden(Details.at(shown, path)))
                .toList();
        String what = UserCall.POST_DETAILS.label();
        List<Statement> said = new ArrayList<>();
        if (!texts.isEmpty()) {
            said.add(Statement.of(
                    "OIOI-POST-5",
                    new PostedDetailsAreRead(PostedDetailsAreRead.Exactness.SAME_MEANING)
                            .judge(new PostedDetailsAreRead.PostAndRead(details, shown, shown, shown, texts, what)),
                    post,
                    read));
        }
        if (!nulls.isEmpty()) {
            said.add(Statement.of(
                    "OIOI-POST-7",
                    new PostedNullsAreRead()
                            .judge(new PostedDetailsAreRead.PostAndRead(details, shown, shown, shown, nulls, what)),
                    post,
                    read));
        }
        return said;
    }

    private static boolean isTold(JsonNode posted) {
        return posted.isString() && !OPEN.matcher(posted.stringValue()).matches() && !isHidden(posted);
    }

    private static boolean isHidden(JsonNode value) {
        return value.isString() && RecordedExchange.isPlaceholder(value.stringValue());
    }

    private static SameUserIsShown.Seen seen(RecordedExchange read) {
        return new SameUserIsShown.Seen(
                type(read), UserAnswer.of(read.exchange()).user().orElseThrow());
    }

    /** A read by a contract ID shows that contract. */
    private static List<Statement> contract(RecordedExchange next, Fitness fitness) {
        String asked = user(next).path("identifier").asString("");
        if (!isShown(next, fitness)
                || fitness != Fitness.PROPER
                || type(next) != IdentifierType.EVCO_ID
                || RecordedExchange.isPlaceholder(asked)) {
            return List.of();
        }
        return List.of(
                Statement.of("OIOI-GET-14", new ContractIsTheOneAskedFor(asked, true).judge(next.exchange()), next),
                Statement.of("OIOI-GET-19", new ContractIsTheOneAskedFor(asked, false).judge(next.exchange()), next));
    }

    private static JsonNode user(RecordedExchange next) {
        return next.sentJson()
                .map(json -> json.path(next.request().purpose().operation()).path("user"))
                .orElse(MissingNode.getInstance());
    }

    /** What tells the user: the token that is sent, also as identifier. */
    private static Optional<String> token(RecordedExchange next) {
        JsonNode user = user(next);
        String name = user.path("identifier-type").asString("").equals("token") ? "identifier" : "token";
        return user.path(name)
                .asStringOpt()
                .filter(token -> !token.isBlank())
                // A name that stands for one token is as good as the token; stars stand for any.
                .filter(token -> !RecordedExchange.isPlaceholder(token) || token.matches("\\$\\{\\w+}"));
    }

    private static IdentifierType type(RecordedExchange read) {
        String label = user(read).path("identifier-type").asString("");
        for (IdentifierType type : IdentifierType.values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        return IdentifierType.USERNAME;
    }

    private static boolean isUtf8(RecordedExchange next) {
        return next.exchange()
                .answer()
                .flatMap(answer -> answer.headers().first("Content-Type"))
                .filter(type -> OTHER_CHARSET.matcher(type).matches())
                .isEmpty();
    }
}
