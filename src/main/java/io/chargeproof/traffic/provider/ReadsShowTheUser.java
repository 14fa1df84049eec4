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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides what a read has to show: what was posted before, and the same user by each identifier. Calls with one token are about
 * one user. A read counts that began two seconds and more after the last post of that user (before, only where it shows what was
 * posted), no more than a minute after what it is held against, and had ended before another post began; so nobody is blamed for a moment's delay, for what others post
 * meanwhile, or for an order that can't be told.
 */
final class ReadsShowTheUser implements ProviderRule {
    private static final int MOST = 20_000;
    private static final int MOST_NAMES = 20;
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Controls, formats, private use: what becomes of them is left open. */
    private static final Pattern OPEN = Pattern.compile("(?s).*\\p{C}.*|\\s*");

    private static final Pattern LOCALE = Pattern.compile("[a-z]{2}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern CONTRACT = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}([A-Z0-9]{6}|[A-Z0-9]{9})[0-9X]?");

    /** What the notation of a contract may have or not. */
    private static final Pattern NOTATION = Pattern.compile("[*-]");

    private Recent<String, History> users = new Recent<>(MOST);

    /** What is known of one user since the last post. */
    private static final class History {
        private @Nullable RecordedExchange post;
        private Instant lastWrite = Instant.MIN;
        private final List<RecordedExchange> reads = new ArrayList<>();
        private @Nullable RecordedExchange pending;
        private final Recent<String, Contract> contracts = new Recent<>(MOST_NAMES);

        /** Which contract a name stands for, as the first of the reads just before an exchange showed it. */
        Optional<String> contractOf(RecordedExchange named, RecordedExchange before) {
            return UserOfCall.type(named) == IdentifierType.EVCO_ID
                    ? UserOfCall.of(named).path("identifier").asStringOpt().map(ReadsShowTheUser::plain)
                    : contracts
                            .find(UserOfCall.name(named))
                            .filter(known -> isFresh(known, before))
                            .map(Contract::id);
        }

        /** Remembers what a read shows; where that isn't what another just showed, the first is to be believed. */
        void learn(RecordedExchange read) {
            String name = UserOfCall.name(read);
            Optional<Contract> known = contracts.find(name).filter(each -> isFresh(each, read));
            contract(read)
                    .filter(id -> known.filter(each -> !each.id().equals(id)).isEmpty())
                    .ifPresent(id -> contracts.put(name, new Contract(id, read.ended())));
        }
    }

    /** The contract that a name stands for, and when that was shown last. */
    private record Contract(String id, Instant shown) {}

    private static boolean isFresh(Contract known, RecordedExchange next) {
        return Duration.between(known.shown(), next.started()).compareTo(LONGEST) <= 0;
    }

    @Override
    public List<Statement> see(RecordedExchange next, Fitness fitness) {
        boolean post = UserOfCall.isPost(next);
        List<Statement> said = new ArrayList<>(post ? List.of() : contract(next, fitness));
        Optional<String> user = UserOfCall.token(next);
        if (post && (user.isEmpty() || !next.knows(Part.TIME))) {
            // It may be about anybody.
            users = new Recent<>(MOST);
        } else if (user.isPresent() && next.knows(Part.TIME)) {
            History history = users.find(user.get()).orElseGet(History::new);
            users.put(user.get(), history);
            settle(history, next, said);
            if (post) {
                write(history, next, fitness);
            } else if (history.pending == null && UserOfCall.isShown(next, fitness)) {
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
        } else if (UserOfCall.isPost(next)) {
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

    private static void write(History history, RecordedExchange next, Fitness fitness) {
        boolean overlaps = next.started().isBefore(history.lastWrite);
        boolean taken = fitness != Fitness.IMPROPER
                && next.knows(Part.REQUEST_BODY)
                && UserAnswer.of(next.exchange()).isSuccess();
        history.post = taken && !overlaps ? next : null;
        history.lastWrite = next.ended().isAfter(history.lastWrite) ? next.ended() : history.lastWrite;
        history.reads.clear();
    }

    private static boolean isSettled(History history, RecordedExchange next) {
        return history.lastWrite.equals(Instant.MIN) || !next.started().isBefore(history.lastWrite.plus(SETTLED));
    }

    private static void judge(History history, RecordedExchange read, List<Statement> said) {
        boolean settled = isSettled(history, read);
        history.learn(read);
        RecordedExchange post = history.post;
        if (post != null && isSoonAfter(post, read) && isOfTheSame(history, post, read)) {
            posted(post, read).stream()
                    .filter(each -> settled || !each.isBroken())
                    .forEach(said::add);
        }
        if (!settled) {
            return;
        }
        IdentifierType type = UserOfCall.type(read);
        history.reads.stream()
                .filter(other -> UserOfCall.type(other) != type
                        && isSoonAfter(other, read)
                        && isOneContract(history, other, read))
                .findFirst()
                .ifPresent(other -> said.add(Statement.of(
                        "OIOI-GET-5", new SameUserIsShown().judge(List.of(seen(other), seen(read))), other, read)));
        history.reads.removeIf(other -> UserOfCall.type(other) == type);
        history.reads.add(read);
    }

    /** Whether both name the user alike, or the post by the token itself, or by what is known to be of the same contract. */
    private static boolean isOfTheSame(History history, RecordedExchange post, RecordedExchange read) {
        Optional<String> contract = history.contractOf(post, read);
        return UserOfCall.type(post) == IdentifierType.TOKEN
                || UserOfCall.name(post).equals(UserOfCall.name(read))
                || (contract.isPresent() && contract.equals(contract(read)));
    }

    /** One token may be a whole company's; one contract is one user's. */
    private static boolean isOneContract(History history, RecordedExchange one, RecordedExchange other) {
        Optional<String> contract = contract(one);
        Optional<String> known = history.contractOf(one, other);
        return (contract.isPresent() && contract.equals(contract(other)))
                || (known.isPresent() && known.equals(history.contractOf(other, other)));
    }

    private static Optional<String> contract(RecordedExchange read) {
        return UserOfCall.type(read) == IdentifierType.EVCO_ID
                ? UserOfCall.of(read).path("identifier").asStringOpt().map(ReadsShowTheUser::plain)
                : UserOfCall.shown(read).path("evco-id").asStringOpt().map(ReadsShowTheUser::plain);
    }

    /** Without what a notation may have or not. */
    private static String plain(String contract) {
        return NOTATION.matcher(contract).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean isSoonAfter(RecordedExchange earlier, RecordedExchange read) {
        return earlier.pauseUntil(read).compareTo(LONGEST) <= 0;
    }

    private static List<Statement> posted(RecordedExchange post, RecordedExchange read) {
        JsonNode details = UserOfCall.details(post);
        JsonNode shown = UserOfCall.shown(read);
        List<String> texts = Details.textPaths().stream()
                .filter(path -> isTold(path, Details.at(details, path)) && isShown(path, read))
                .toList();
        List<String> nulls = Stream.concat(Details.textPaths().stream(), Details.ADDRESSES.stream())
                .filter(path -> Details.at(details, path).isNull() && isShown(path, read))
                .toList();
        String what = UserCall.POST_DETAILS.label();
        List<Statement> said = new ArrayList<>();
        if (!texts.isEmpty()) {
            var subject = new PostedDetailsAreRead.PostAndRead(details, shown, shown, shown, texts, what);
            Statement meaning = Statement.of(
                    "OIOI-POST-5",
                    new PostedDetailsAreRead(PostedDetailsAreRead.Exactness.SAME_MEANING).judge(subject),
                    post,
                    read);
            Statement numbers = Statement.of(
                    "OIOI-POST-24",
                    new PostedDetailsAreRead(PostedDetailsAreRead.Exactness.NUMBERS_TO_THE_LETTER).judge(subject),
                    post,
                    read);
            said.add(meaning);
            if (numbers.isBroken() && !meaning.isBroken()) {
                said.add(numbers);
            }
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

    /** Whether it can be said what a read has to show; what becomes of a locale or country of another form is left open. */
    private static boolean isTold(String path, JsonNode posted) {
        return posted.isString()
                && !OPEN.matcher(posted.stringValue()).matches()
                && !isHidden(posted)
                && (!path.equals("locale")
                        || LOCALE.matcher(posted.stringValue()).matches())
                && (!path.endsWith("country") || COUNTRIES.contains(posted.stringValue()));
    }

    /** Stars in a recording that has its secrets are the provider's; in another a tool may have put them there. */
    private static boolean isShown(String path, RecordedExchange read) {
        return read.isUnredacted() || !isHidden(Details.at(UserOfCall.shown(read), path));
    }

    private static boolean isHidden(JsonNode value) {
        return value.isString() && RecordedExchange.isPlaceholder(value.stringValue());
    }

    private static SameUserIsShown.Seen seen(RecordedExchange read) {
        return new SameUserIsShown.Seen(UserOfCall.type(read), UserOfCall.shown(read));
    }

    /** A read by a contract ID shows that contract. */
    private static List<Statement> contract(RecordedExchange next, Fitness fitness) {
        String asked = UserOfCall.of(next).path("identifier").asString("");
        if (!UserOfCall.isShown(next, fitness)
                || UserOfCall.type(next) != IdentifierType.EVCO_ID
                || !CONTRACT.matcher(plain(asked)).matches()) {
            return List.of();
        }
        return List.of(
                Statement.of("OIOI-GET-14", new ContractIsTheOneAskedFor(asked, true).judge(next.exchange()), next),
                Statement.of("OIOI-GET-19", new ContractIsTheOneAskedFor(asked, false).judge(next.exchange()), next));
    }
}
