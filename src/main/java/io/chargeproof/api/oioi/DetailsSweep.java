package io.chargeproof.api.oioi;

import io.chargeproof.scenario.GroupTesting;
import io.chargeproof.scenario.NamedMembers;
import io.chargeproof.scenario.ScenarioClient;
import io.chargeproof.scenario.SentRequest;
import io.chargeproof.testdata.HostileValue;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tries hostile texts in many members of a user's details at once. */
final class DetailsSweep {
    /** What has a form that most targets insist on. */
    private static final Set<String> CHECKED = Set.of(
            "locale",
            "vat",
            "phone",
            "address.country",
            "billing-address.country",
            "address.zip",
            "billing-address.zip");

    private final PostedDetails posts;
    private final PostTable drafts;
    private final ScenarioClient wire;

    DetailsSweep(PostedDetails posts, PostTable drafts, ScenarioClient wire) {
        this.posts = posts;
        this.drafts = drafts;
        this.wire = wire;
    }

    /** Tries the texts in all members that are text. */
    void over(List<HostileValue> texts) {
        GroupTesting printable = new GroupTesting(16, 8, CHECKED);
        GroupTesting tooLong = new GroupTesting(6, 3, CHECKED);
        GroupTesting markup = new GroupTesting(2, 2, CHECKED);
        GroupTesting odd = new GroupTesting(12, 4, CHECKED);
        for (HostileValue text : texts) {
            TextTrial trial = new TextTrial(text);
            if (text.category().isAttack()) {
                markup.inMost(Details.textPaths(), trial);
            } else if (text.isLong()) {
                tooLong.inMost(Details.textPaths(), trial);
            } else if (text.isPrintable()) {
                printable.inMost(Details.textPaths(), trial);
            } else {
                odd.inAny(Details.textPaths(), trial);
            }
        }
    }

    /** A text that is tried. */
    private final class TextTrial implements GroupTesting.Trial {
        private final HostileValue text;
        private final IdentityHashMap<SentRequest, PreparedPost> sent = new IdentityHashMap<>();

        TextTrial(HostileValue text) {
            this.text = text;
        }

        @Override
        public Optional<SentRequest> send(List<String> members) {
            PreparedPost draft = drafts.hostile(members, text);
            SentRequest post = wire.unjudged(() -> wire.sweep(draft.request()));
            sent.put(post, draft);
            return Optional.of(post);
        }

        @Override
        public boolean isBroken(SentRequest post) {
            return wire.isBroken(post);
        }

        @Override
        public boolean isRefused(SentRequest post) {
            return !post.exchange().isInconclusive()
                    && !UserAnswer.of(post.exchange()).isSuccess();
        }

        @Override
        public List<String> named(List<String> members, SentRequest refusal) {
            return NamedMembers.in(UserAnswer.of(refusal.exchange()).body(), members);
        }

        /** Only what was taken, and has no other fault, is read back. */
        @Override
        public void keep(List<String> members, SentRequest post) {
            PreparedPost draft = Objects.requireNonNull(sent.get(post), "only what was sent is kept");
            if (isBroken(post) || isRefused(post)) {
                posts.keepUnread(post);
            } else {
                posts.take(
                        draft,
                        post,
                        members.stream()
                                .map(member -> drafts.hostile(List.of(member), text))
                                .toList());
            }
        }
    }
}
