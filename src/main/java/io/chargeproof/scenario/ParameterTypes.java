package io.chargeproof.scenario;

import io.chargeproof.testdata.BrokenBody;
import io.cucumber.java.ParameterType;
import java.util.List;

/** The words of every feature that stand for more than text; those of one API alone are that API's. */
public final class ParameterTypes {

    /** How often, in a row. */
    @ParameterType("once|twice|\\d+ times in a row")
    public int often(String words) {
        return switch (words) {
            case "once" -> 1;
            case "twice" -> 2;
            default -> Integer.parseInt(words.substring(0, words.indexOf(' ')));
        };
    }

    /** Which broken bodies. */
    @ParameterType("body that isn't JSON|body that isn't an object|empty object|odd body")
    public List<BrokenBody> bodies(String words) {
        return BrokenBody.of(
                switch (words) {
                    case "body that isn't JSON" -> BrokenBody.Kind.REJECTED;
                    case "body that isn't an object" -> BrokenBody.Kind.NO_OBJECT;
                    case "empty object" -> BrokenBody.Kind.EMPTY_OBJECT;
                    default -> BrokenBody.Kind.TOLERATED;
                });
    }

    /** Which values that a member isn't made for. */
    @ParameterType("wrong JSON type|hostile text|strange text|hostile value")
    public HostileKind values(String words) {
        return switch (words) {
            case "wrong JSON type" -> HostileKind.WRONG_TYPE;
            case "hostile text" -> HostileKind.TEXT;
            case "strange text" -> HostileKind.STRANGE_TEXT;
            default -> HostileKind.ANY;
        };
    }

    /** Where values stand: in one member, in each in turn, or in many at once. */
    @ParameterType("many members at once|each member|[a-z_.-]+")
    public String place(String words) {
        return words;
    }

    /** What is recorded. */
    @ParameterType("what the target does|how often it throttles")
    public Observation observation(String words) {
        return words.startsWith("what") ? Observation.ANSWERS : Observation.THROTTLING;
    }
}
