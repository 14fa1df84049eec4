package io.chargeproof.sandbox.evcnet;

import io.chargeproof.sandbox.wire.WellFormedText;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The forms that values have, beside that of a list of cards. */
final class MemberForms {
    private static final int LONGEST_TEXT = 255;
    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Set<String> GENDERS = Set.of("F", "M", "X", "O", "U");
    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}([-_][A-Za-z]{2,4})?");

    private MemberForms() {}

    static MemberForm text() {
        return MemberForms::textProblem;
    }

    static MemberForm email() {
        return text("is not an email address", EMAIL.asMatchPredicate());
    }

    static MemberForm country() {
        return text("is not an ISO 3166-1 alpha-2 code", Countries::isOne);
    }

    static MemberForm timeZone() {
        return text("is not a time zone", TIME_ZONES::contains);
    }

    static MemberForm gender() {
        return text("is not one of F, M, X, O, U", GENDERS::contains);
    }

    static MemberForm language() {
        return text("is not a language", LANGUAGE.asMatchPredicate());
    }

    static MemberForm truth() {
        return value -> value.isBoolean() || (value.isString() && BOOLEANS.contains(value.stringValue()))
                ? Optional.empty()
                : Optional.of("is neither true nor false");
    }

    private static MemberForm text(String problem, Predicate<String> form) {
        return value ->
                textProblem(value).or(() -> form.test(value.stringValue()) ? Optional.empty() : Optional.of(problem));
    }

    private static Optional<String> textProblem(JsonNode value) {
        if (!value.isString()) {
            return Optional.of("is not a string");
        }
        String text = value.stringValue();
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            return Optional.of("is longer than " + LONGEST_TEXT + " characters");
        }
        boolean plain = WellFormedText.isIt(text) && text.chars().noneMatch(Character::isISOControl);
        return plain ? Optional.empty() : Optional.of("has control characters or unpaired surrogates");
    }
}
