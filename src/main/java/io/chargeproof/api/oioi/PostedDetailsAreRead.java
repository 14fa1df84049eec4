package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import java.util.List;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a read shows what was posted, member by member. What counts as the same depends on the requirement: blanks at
 * the ends and the form of composed characters are a matter of their own, and so are blanks and punctuation in VAT numbers
 * and phone numbers. Members that were posted as null are judged by {@link PostedNullsAreRead}. When it fails, look at the
 * member it names: at the length and type of its column, at what is stripped or escaped on the way in, and at caches.
 *
 * @param exactly which members are held to the letter
 */
@Verifies({"OIOI-POST-5", "OIOI-POST-20", "OIOI-POST-23", "OIOI-POST-24"})
public record PostedDetailsAreRead(Exactness exactly) implements Check<PostedDetailsAreRead.PostAndRead> {
    /** What counts as the same. */
    public enum Exactness {
        /** The same text; in VAT and phone numbers the same letters and digits. */
        SAME_MEANING,
        /** The same in what the post isn't about. */
        OTHERS_IN_MEANING,
        /** To the letter, but for VAT and phone numbers. */
        TO_THE_LETTER,
        /** To the letter in VAT and phone numbers; nothing else is looked at. */
        NUMBERS_TO_THE_LETTER
    }

    /**
     * Details that were accepted, and what a read then shows.
     *
     * @param posted the details
     * @param before the user before the post
     * @param first the user as the first read after the post showed it
     * @param read the user as reads show it in the end
     * @param paths which texts are compared
     * @param what what was posted, for a sentence
     */
    public record PostAndRead(
            JsonNode posted, JsonNode before, JsonNode first, JsonNode read, List<String> paths, String what) {
        public PostAndRead {
            paths = List.copyOf(paths);
        }
    }

    @Override
    public Judgement judge(PostAndRead subject) {
        Comparison comparison = new Comparison();
        for (String path : subject.paths()) {
            JsonNode posted = Details.at(subject.posted(), path);
            if (posted.isString() && isLookedAt(path)) {
                comparison.compare(path, posted, Details.at(subject.read(), path), alike(path));
            }
        }
        Judgement judgement = comparison.judgement("a read after " + subject.what() + " doesn't show what was posted");
        return judgement instanceof Judgement.Broken && subject.read().isEmpty()
                ? Judgement.broken(
                        "a read after " + subject.what() + " fails, though one before it succeeded",
                        "the user with what was posted",
                        "no user")
                : judgement;
    }

    private boolean isLookedAt(String path) {
        return switch (exactly) {
            case SAME_MEANING, OTHERS_IN_MEANING -> true;
            case TO_THE_LETTER -> !Comparison.isNumber(path);
            case NUMBERS_TO_THE_LETTER -> Comparison.isNumber(path);
        };
    }

    private BiPredicate<JsonNode, JsonNode> alike(String path) {
        return exactly == Exactness.SAME_MEANING || exactly == Exactness.OTHERS_IN_MEANING
                ? Comparison.sameMeaning(path)
                : Comparison::same;
    }
}
