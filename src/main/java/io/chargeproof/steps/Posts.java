package io.chargeproof.steps;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.oioi.Details;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.UserAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The posts of a scenario, and what reads of the users it watches showed after each. */
public final class Posts {
    private final Users users;
    private final Wire wire;
    private final Deeds deeds;
    private final Map<Role, Sight> watched = new LinkedHashMap<>();
    private final PostLog log;

    /** The posts of a scenario. */
    public Posts(Users users, Wire wire, Deeds deeds, PostLog log) {
        this.users = users;
        this.wire = wire;
        this.deeds = deeds;
        this.log = log;
    }

    /**
     * What a read showed.
     *
     * @param read the read
     * @param user the user that it showed
     */
    record Sight(Sent read, ObjectNode user) {}

    /**
     * A post and what came of it.
     *
     * @param sent the post
     * @param details the details as they were meant to arrive
     * @param paths the members that the post is about
     * @param before the watched users before it
     * @param after the watched users after it
     */
    record Post(Sent sent, ObjectNode details, List<String> paths, Map<Role, Sight> before, Map<Role, Sight> after) {
        boolean isAccepted() {
            return UserAnswer.of(sent.exchange()).isSuccess();
        }

        /** Refused in so many words: with another code than 0. */
        boolean isRefused() {
            UserAnswer answer = UserAnswer.of(sent.exchange());
            return !sent.exchange().isInconclusive()
                    && !answer.isSuccess()
                    && answer.code().isPresent();
        }

        String what() {
            return sent.request().purpose().inWords();
        }

        /** What became of each member in a user who was watched, for a sentence; empty if the user wasn't. */
        String fate(Role role) {
            Sight was = before.get(role);
            Sight is = after.get(role);
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
    void watch(Role role) {
        watched.put(role, look(role, IdentifierType.USERNAME));
    }

    /** Sends a post. */
    void send(Draft draft) {
        keep(draft, wire::send);
    }

    /** Sends a post as part of a sweep. */
    void sweep(Draft draft) {
        keep(draft, wire::sweep);
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
            throw new TestDataMissing(otherwise);
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

    /** Reads a user; ends the scenario if that doesn't succeed. */
    Sight look(Role role, IdentifierType type) {
        Sent read = wire.ask(users.requests().read(users.reference(role, type)));
        ObjectNode user = UserAnswer.of(read.exchange())
                .user()
                .orElseThrow(() -> new TestDataMissing("the " + role.label() + " user can't be read by " + type.label()
                        + ": " + UserAnswer.of(read.exchange()).inWords()));
        return new Sight(read, user);
    }

    private void keep(Draft draft, Function<HttpRequest, Sent> way) {
        Map<Role, Sight> before = new LinkedHashMap<>(watched);
        Sent sent = way.apply(draft.request());
        deeds.add(sent);
        watched.replaceAll((role, earlier) -> look(role, IdentifierType.USERNAME));
        log.add(new Post(sent, draft.details(), draft.paths(), before, new LinkedHashMap<>(watched)));
    }
}
