package io.chargeproof.steps;

import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.oioi.IdentifierType;
import io.chargeproof.oioi.UserAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The posts of a scenario, and what reads of the users it watches showed after each. */
public final class Posts {
    private final Users users;
    private final Wire wire;
    private final Deeds deeds;
    private final Map<Role, Sight> watched = new LinkedHashMap<>();
    private final List<Post> all = new ArrayList<>();

    /** The posts of a scenario. */
    public Posts(Users users, Wire wire, Deeds deeds) {
        this.users = users;
        this.wire = wire;
        this.deeds = deeds;
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

        /** Refused in so many words: another code than 0, or a reason. */
        boolean isRefused() {
            UserAnswer answer = UserAnswer.of(sent.exchange());
            return !sent.exchange().isInconclusive()
                    && !answer.isSuccess()
                    && answer.code().isPresent();
        }

        String what() {
            return sent.request().purpose().inWords();
        }
    }

    /** Reads a user now and after each post. */
    void watch(Role role) {
        watched.put(role, look(role, IdentifierType.USERNAME));
    }

    /** Whose users are watched. */
    List<Role> watched() {
        return List.copyOf(watched.keySet());
    }

    /** Sends a post. */
    Post send(HttpRequest request, ObjectNode details, List<String> paths) {
        Map<Role, Sight> before = new LinkedHashMap<>(watched);
        Sent sent = wire.send(request);
        return keep(sent, details, paths, before);
    }

    /** Sends a post as part of a sweep. */
    Post sweep(HttpRequest request, ObjectNode details, List<String> paths) {
        Map<Role, Sight> before = new LinkedHashMap<>(watched);
        Sent sent = wire.sweep(request);
        return keep(sent, details, paths, before);
    }

    /** All posts of the scenario. */
    List<Post> all() {
        return List.copyOf(all);
    }

    /** The posts that were accepted; ends the scenario if there is none. */
    List<Post> accepted() {
        List<Post> accepted = all.stream().filter(Post::isAccepted).toList();
        if (accepted.isEmpty()) {
            Optional<Post> last = all.stream().reduce((first, second) -> second);
            throw new TestDataMissing("no post was accepted"
                    + last.map(post -> "; the last got "
                                    + UserAnswer.of(post.sent().exchange()).inWords())
                            .orElse(""));
        }
        return accepted;
    }

    /** Reads a user; ends the scenario if that doesn't succeed. */
    Sight look(Role role, IdentifierType type) {
        Sent read = wire.send(users.requests().read(users.reference(role, type)));
        ObjectNode user = UserAnswer.of(read.exchange())
                .user()
                .orElseThrow(() -> new TestDataMissing("the " + role.label() + " user can't be read by " + type.label()
                        + ": " + UserAnswer.of(read.exchange()).inWords()));
        return new Sight(read, user);
    }

    private Post keep(Sent sent, ObjectNode details, List<String> paths, Map<Role, Sight> before) {
        deeds.add(sent);
        watched.replaceAll((role, earlier) -> look(role, IdentifierType.USERNAME));
        Post post = new Post(sent, details, paths, before, new LinkedHashMap<>(watched));
        all.add(post);
        return post;
    }
}
