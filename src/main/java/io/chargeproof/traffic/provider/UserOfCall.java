package io.chargeproof.traffic.provider;

import io.chargeproof.api.oioi.IdentifierType;
import io.chargeproof.api.oioi.UserAnswer;
import io.chargeproof.api.oioi.UserCall;
import io.chargeproof.traffic.recording.Part;
import io.chargeproof.traffic.recording.RecordedExchange;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Whom a call is about, and what its answer shows of them. */
final class UserOfCall {
    private static final Pattern OTHER_CHARSET = Pattern.compile("(?i).*charset\\s*=\\s*\"?(?!utf-?8).*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+}");

    private UserOfCall() {}

    /** What a call says of who the user is. */
    static JsonNode of(RecordedExchange next) {
        return content(next).path("user");
    }

    /** The details that a post bears. */
    static JsonNode details(RecordedExchange post) {
        return content(post).path("details");
    }

    private static JsonNode content(RecordedExchange next) {
        return next.sentJson()
                .map(json -> json.path(next.request().purpose().operation()))
                .orElse(MissingNode.getInstance());
    }

    /** Whether details are posted. */
    static boolean isPost(RecordedExchange next) {
        return next.request().purpose().operation().equals(UserCall.POST_DETAILS.label());
    }

    /** Whether an answer shows a user in a form that can be compared. */
    static boolean isShown(RecordedExchange next, Fitness fitness) {
        UserAnswer answer = UserAnswer.of(next.exchange());
        return fitness != Fitness.IMPROPER
                && next.knows(Part.ANSWER_BODY)
                && answer.isCodeZero()
                && answer.user().isPresent()
                && isUtf8(next);
    }

    /** The user that an answer shows. */
    static JsonNode shown(RecordedExchange read) {
        return UserAnswer.of(read.exchange()).user().orElseThrow();
    }

    /** What tells the user: the token that is sent, also as identifier. */
    static Optional<String> token(RecordedExchange next) {
        JsonNode user = of(next);
        String name = user.path("identifier-type").asString("").equals("token") ? "identifier" : "token";
        return user.path(name)
                .asStringOpt()
                .filter(token -> !token.isBlank())
                // A name that stands for one token is as good as the token; stars stand for any.
                .filter(token -> !RecordedExchange.isPlaceholder(token)
                        || VARIABLE.matcher(token).matches());
    }

    /** The type and the identifier, for comparing. */
    static String name(RecordedExchange next) {
        return of(next).path("identifier-type").asString("") + " "
                + of(next).path("identifier").asString("");
    }

    /** The type of the identifier. */
    static IdentifierType type(RecordedExchange next) {
        String label = of(next).path("identifier-type").asString("");
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
