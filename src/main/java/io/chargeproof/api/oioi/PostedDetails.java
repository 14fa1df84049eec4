package io.chargeproof.api.oioi;

import io.chargeproof.api.oioi.PostedDetailsAreRead.Exactness;
import io.chargeproof.api.oioi.PostedDetailsAreRead.PostAndRead;
import io.chargeproof.check.Judgement;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.scenario.MissingTestDataException;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.scenario.SentRequests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The posts of a scenario, and what reads of the users it watches showed after each. */
public final class PostedDetails {
    /** So many members of a post that a read shows otherwise are posted again, each alone. */
    private static final int MOST_AGAIN = 3;

    private static final String MOMENT = "a moment since a post";

    private final UserFixtures users;
    private final ScenarioClient wire;
    private final SentRequests sentRequests;
    private final Map<View, Sight> watched = new LinkedHashMap<>();
    private final PostHistory log;

    /** The posts of a scenario. */
    public PostedDetails(UserFixtures users, ScenarioClient wire, SentRequests sentRequests, PostHistory log) {
        this.users = users;
        this.wire = wire;
        this.sentRequests = sentRequests;
        this.log = log;
    }

    /**
     * A user whom reads look at by one identifier.
     *
     * @param role the user
     * @param type the kind of identifier
     */
    record View(Role role, IdentifierType type) {
        static View of(Role role) {
            return new View(role, IdentifierType.USERNAME);
        }
    }

    /**
     * What a read showed.
     *
     * @param read the read
     * @param user the user that it showed
     */
    record Sight(SentRequest read, ObjectNode user) {}

    /**
     * A post and what came of it.
     *
     * @param sent the post
     * @param details the details as they were meant to arrive
     * @param paths the members that the post is about
     * @param before the watched users before it
     * @param first the watched users as the first reads after it showed them
     * @param after the same, after the moment that the target may need
     */
    record Post(
            SentRequest sent,
            ObjectNode details,
            List<String> paths,
            Map<View, Sight> before,
            Map<View, Sight> first,
            Map<View, Sight> after) {
        boolean isAccepted() {
            return UserAnswer.of(sent.exchange()).isSuccess();
        }

        /** Refused in so many words: with another code than 0, an error, or a reason. */
        boolean isRefused() {
            UserAnswer answer = UserAnswer.of(sent.exchange());
            return !sent.exchange().isInconclusive()
                    && !answer.isSuccess()
                    && (answer.isCodeZero() || answer.saysThatItFailed());
        }

        /** The same about fewer members. */
        Post about(List<String> fewer) {
            return new Post(sent, details, fewer, before, first, after);
        }

        /** The texts that it isn't about. */
        List<String> others() {
            return Details.textPaths().stream()
                    .filter(path -> paths.stream().noneMatch(own -> (path + ".").startsWith(own + ".")))
                    .toList();
        }

        String what() {
            return sent.request().purpose().inWords();
        }

        /** What became of each member in a user who was watched, for a sentence; empty if the user wasn't. */
        String fate(Role role) {
            Sight was = before.get(View.of(role));
            Sight is = after.get(View.of(role));
            return was == null || is == null
                    ? ""
                    : paths.stream()
                            .map(path -> path + fate(Details.at(was.user(), path), Details.at(is.user(), path)))
                            .collect(Collectors.joining(", ", "; ", ""));
        }

        private static String fate(JsonNode was, JsonNode is) {
            return is.equals(was) ? " kept" : is.isNull() || is.isMissingNode() ? " cleared" : " changed";
        }
    }

    /** Reads a user now and after each post. */
    void watch(Role role, IdentifierType type) {
        watched.put(new View(role, type), look(role, type));
    }

    /** Sends a post. */
    void send(PreparedPost draft) {
        keep(draft, wire::send);
    }

    /** Sends a post that repeats most of the one before it. */
    void sendAfterTheLast(PreparedPost draft) {
        send(draft);
        log.lastRepeats();
    }

    /** The post that one repeats most of. */
    Optional<SentRequest> repeatedBy(Post post) {
        return log.repeatedBy(post);
    }

    /** Sends a post of a table, and where it is refused another one in its place. */
    void sweep(PreparedPost draft, PreparedPost otherwise) {
        SentRequest first = wire.sweep(draft.request());
        boolean settled = first.exchange().isInconclusive()
                || UserAnswer.of(first.exchange()).isSuccess();
        keep(settled ? draft : otherwise, request -> settled ? first : wire.sweep(request));
    }

    /** Sends a post as part of a sweep, or of a table. */
    void sweep(PreparedPost draft) {
        keep(draft, wire::sweep);
    }

    /**
     * Posts to two users at the same moment what each has shown before; in between they have something else, so that a mix-up
     * leaves one of them with it. Only these posts count as the scenario's.
     */
    void sendAtTheSameMoment(Pair meant, Pair between) {
        settle(meant);
        Map<View, Sight> before = new LinkedHashMap<>(watched);
        settle(between);
        List<SentRequest> sent =
                wire.sendTogether(meant.one().request(), meant.other().request());
        sent.forEach(sentRequests::add);
        watched.replaceAll((view, earlier) -> look(view.role(), view.type()));
        Map<View, Sight> first = new LinkedHashMap<>(watched);
        for (int i = 0; i < sent.size(); i++) {
            PreparedPost draft = i == 0 ? meant.one() : meant.other();
            if (UserAnswer.of(sent.get(i).exchange()).isSuccess()) {
                users.posted(draft.role(), draft.details());
            }
        }
        watched.replaceAll(
                (view, sight) -> settled(meant.of(view.role()), true, view, before.getOrDefault(view, sight), sight));
        Map<View, Sight> after = new LinkedHashMap<>(watched);
        log.add(new Post(sent.get(0), meant.one().details(), meant.one().paths(), before, first, after));
        log.add(new Post(sent.get(1), meant.other().details(), meant.other().paths(), before, first, after));
    }

    /**
     * Posts to two users.
     *
     * @param one the post to the one
     * @param other the post to the other
     */
    record Pair(PreparedPost one, PreparedPost other) {
        PreparedPost of(Role role) {
            return role == one.role() ? one : other;
        }
    }

    /** Posts, and waits until each user shows it. */
    private void settle(Pair pair) {
        wire.ask(pair.one().request());
        wire.ask(pair.other().request());
        users.posted(pair.one().role(), pair.one().details());
        users.posted(pair.other().role(), pair.other().details());
        watched.replaceAll((view, earlier) ->
                settled(pair.of(view.role()), true, view, earlier, lookOnce(view.role(), view.type())));
    }

    /**
     * Sends posts that are each about a few members, as many at once as don't meet: each alone where that is refused, or where a
     * read shows something else for it.
     */
    void sendTogether(List<PreparedPost> alone, Function<List<PreparedPost>, PreparedPost> together) {
        for (List<PreparedPost> some : apart(alone)) {
            PreparedPost all = together.apply(some);
            SentRequest sent = wire.unjudged(() -> wire.sweep(all.request()));
            if (some.size() > 1 && !UserAnswer.of(sent.exchange()).isSuccess()) {
                some.forEach(this::sweep);
            } else {
                take(all, sent, some);
            }
        }
    }

    private static List<List<PreparedPost>> apart(List<PreparedPost> drafts) {
        List<List<PreparedPost>> apart = new ArrayList<>();
        for (PreparedPost draft : drafts) {
            apart.stream()
                    .filter(some -> some.stream().allMatch(other -> Collections.disjoint(other.paths(), draft.paths())))
                    .findFirst()
                    .orElseGet(() -> {
                        apart.add(new ArrayList<>());
                        return apart.get(apart.size() - 1);
                    })
                    .add(draft);
        }
        return apart;
    }

    /** Takes a post of several that was sent without being judged, and sends again alone what a read shows otherwise. */
    void take(PreparedPost draft, SentRequest sent, List<PreparedPost> alone) {
        Post post = taken(draft, wire.judged(sent));
        List<String> paths = new ArrayList<>(post.paths());
        alone.stream()
                .filter(each -> alone.size() > 1 && differs(post, each.paths()))
                .limit(MOST_AGAIN)
                .forEach(each -> {
                    Post single = taken(each, wire.sweep(each.request()));
                    log.add(single);
                    if (single.isAccepted() && differs(single, each.paths())) {
                        paths.removeAll(each.paths());
                    }
                });
        log.add(post.about(paths));
    }

    private static boolean differs(Post post, List<String> paths) {
        return post.isAccepted()
                && post.after().values().stream()
                        .anyMatch(sight -> new PostedDetailsAreRead(Exactness.SAME_MEANING)
                                        .judge(new PostAndRead(
                                                post.details(), sight.user(), sight.user(), sight.user(), paths, ""))
                                != Judgement.HOLDS);
    }

    /** All posts of the scenario. */
    List<Post> all() {
        return log.all();
    }

    /** The posts that are meant; ends the scenario if there is none though there has to be one. */
    List<Post> chosen(PostChoice choice) {
        return switch (choice) {
            case ACCEPTED -> someOf(accepted(), "no post was accepted" + last());
            case ACCEPTED_IF_ANY -> accepted();
            case REPEATED ->
                someOf(accepted().stream().skip(1).toList(), "fewer than two of the posts were accepted" + last());
            case REFUSED ->
                someOf(all().stream().filter(Post::isRefused).toList(), "no post was refused with a code" + last());
        };
    }

    private List<Post> accepted() {
        return all().stream().filter(Post::isAccepted).toList();
    }

    private static List<Post> someOf(List<Post> posts, String otherwise) {
        if (posts.isEmpty()) {
            throw new MissingTestDataException(otherwise);
        }
        return posts;
    }

    private String last() {
        List<Post> all = all();
        return all.isEmpty()
                ? ""
                : "; the last got "
                        + UserAnswer.of(all.get(all.size() - 1).sent().exchange())
                                .inWords();
    }

    /** Reads a user, who may need a moment since details were put back; ends the scenario if that doesn't succeed. */
    Sight look(Role role, IdentifierType type) {
        return afterPuttingBack(role, type, Sight::user, () -> lookOnce(role, type));
    }

    /** Sends a read of a user, who may need a moment since details were put back. */
    SentRequest read(Role role, IdentifierType type, HttpRequest request) {
        return afterPuttingBack(
                role, type, sent -> UserAnswer.of(sent.exchange()).body().path("user"), () -> wire.send(request));
    }

    private <T> T afterPuttingBack(Role role, IdentifierType type, Function<T, JsonNode> user, Supplier<T> read) {
        if (users.isLagging()) {
            settle(role);
        }
        T first = read.get();
        T last = users.putBackUnseen(role, type)
                .map(own -> patiently(first, each -> unseen(own, user.apply(each)), read))
                .orElse(first);
        users.see(role, type);
        return last;
    }

    private <T> T patiently(T first, Function<T, Set<String>> lacking, Supplier<T> again) {
        T last = wire.patiently(first, lacking, again);
        if (last != first && lacking.apply(last).isEmpty()) {
            users.lag();
        }
        return last;
    }

    /** Waits until reads show the last post to a user, whatever they showed in the moment after it. */
    void settle(Role role) {
        users.lastPost(role).ifPresent(post -> wire.settle(post.at()));
    }

    private static Set<String> unseen(ObjectNode putBack, JsonNode shown) {
        return shown.isObject() && !Details.isSameInMeaning(putBack, shown) ? Set.of("details put back") : Set.of();
    }

    private Sight lookOnce(Role role, IdentifierType type) {
        SentRequest read = asked(role, type);
        return seen(read)
                .orElseThrow(() -> new MissingTestDataException("the " + role.label() + " user can't be read by "
                        + type.label() + ": " + UserAnswer.of(read.exchange()).inWords()));
    }

    private SentRequest asked(Role role, IdentifierType type) {
        return wire.needed(wire.sweep(users.requests().read(users.reference(role, type))));
    }

    private static Optional<Sight> seen(SentRequest read) {
        return UserAnswer.of(read.exchange()).user().map(user -> new Sight(read, user));
    }

    /** A user who could be read before a post, and can't after it, shows nothing; but where the key or the token is refused. */
    private Sight lookAgain(View view) {
        SentRequest read = asked(view.role(), view.type());
        return seen(read)
                .or(() -> UserCauses.isOfTheTarget(read.exchange())
                        ? Optional.of(new Sight(read, JsonMapper.shared().createObjectNode()))
                        : Optional.empty())
                .orElseGet(() -> lookOnce(view.role(), view.type()));
    }

    private void keep(PreparedPost draft, Function<HttpRequest, SentRequest> way) {
        log.add(taken(draft, way.apply(draft.request())));
    }

    /** Takes a post whose answer alone is judged. */
    void keepUnread(SentRequest sent) {
        sentRequests.add(wire.judged(sent));
    }

    private Post taken(PreparedPost draft, SentRequest sent) {
        Map<View, Sight> before = new LinkedHashMap<>(watched);
        sentRequests.add(sent);
        boolean accepted = UserAnswer.of(sent.exchange()).isSuccess();
        Map<View, Optional<UserFixtures.LastPost>> earlier = new LinkedHashMap<>();
        before.keySet().forEach(view -> earlier.put(view, users.lastPost(view.role())));
        if (accepted) {
            users.posted(draft.role(), draft.details());
        }
        watched.replaceAll((view, was) -> lookAgain(view));
        Map<View, Sight> first = new LinkedHashMap<>(watched);
        if (accepted) {
            watched.replaceAll((view, sight) -> shown(draft, view, before.getOrDefault(view, sight), sight));
        }
        watched.replaceAll((view, sight) -> settled(draft, accepted, view, before.getOrDefault(view, sight), sight));
        before.replaceAll((view, sight) -> accepted && view.role() == draft.role()
                ? sight
                : unlessStale(view, earlier.getOrDefault(view, Optional.empty()), sight));
        return new Post(sent, draft.details(), draft.paths(), before, first, new LinkedHashMap<>(watched));
    }

    /** What a read shows when the moment has passed that a target may need, if it isn't what was expected. */
    private Sight settled(PreparedPost draft, boolean accepted, View view, Sight before, Sight now) {
        boolean own = accepted && view.role() == draft.role();
        boolean expected = own
                ? PostIsSeenAtOnce.unseen(draft.details(), now.user(), draft.telling())
                        .isEmpty()
                : Details.isSame(before.user(), now.user());
        boolean hope = users.isLagging() || wire.patience().hopes(MOMENT);
        if (expected || users.lastPost(view.role()).isEmpty() || !hope) {
            return now;
        }
        settle(view.role());
        Sight later = lookAgain(view);
        if (Details.isSame(now.user(), later.user())) {
            wire.patience().inVain(MOMENT);
        } else {
            users.lag();
        }
        return later;
    }

    /** A user who isn't posted to shows an earlier post only now, though a read before this one didn't. */
    private Sight unlessStale(View view, Optional<UserFixtures.LastPost> earlier, Sight before) {
        Sight after = watched.getOrDefault(view, before);
        boolean late = !Details.isSame(before.user(), after.user())
                && earlier.filter(post -> Details.isSameInMeaning(post.details(), after.user()))
                        .isPresent();
        if (late) {
            users.lag();
        }
        return late ? after : before;
    }

    /** What a read shows in the end of the user whom an accepted post is about. */
    private Sight shown(PreparedPost draft, View view, Sight before, Sight first) {
        return view.role() == draft.role()
                ? patiently(
                        first,
                        sight -> PostIsSeenAtOnce.stale(draft.details(), before.user(), sight.user(), draft.telling()),
                        () -> lookAgain(view))
                : first;
    }
}
