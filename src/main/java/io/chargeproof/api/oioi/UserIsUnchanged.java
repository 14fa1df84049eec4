package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a user is the same before and after something that mustn't change it. When it fails after a refused post,
 * look at whether details are stored before they are judged; after a read, at counters and dates among the details; after a
 * post to another user, at how the user is looked up.
 */
@Verifies({"OIOI-GET-18", "OIOI-POST-14", "OIOI-POST-15", "OIOI-POST-18", "OIOI-POST-19"})
public record UserIsUnchanged() implements Check<UserIsUnchanged.BeforeAndAfter> {
    /**
     * A user at two times.
     *
     * @param before what a read showed before
     * @param after what a read showed after
     * @param what what was done in between, for a sentence
     */
    public record BeforeAndAfter(JsonNode before, JsonNode after, String what) {}

    @Override
    public Judgement judge(BeforeAndAfter subject) {
        Comparison comparison = new Comparison();
        paths().forEach(path -> comparison.compare(
                path,
                Details.at(subject.before(), path),
                Details.at(subject.after(), path),
                path.equals("evco-id") ? Comparison::sameContract : Comparison::same));
        return comparison.judgement(subject.what() + " changed the user");
    }

    /** Everything documented; undocumented members may change. */
    static List<String> paths() {
        List<String> paths = new ArrayList<>(Details.textPaths());
        paths.add("evco-id");
        return paths;
    }
}
