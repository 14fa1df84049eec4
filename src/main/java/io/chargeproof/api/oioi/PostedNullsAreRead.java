package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import tools.jackson.databind.JsonNode;

/**
 * Decides that members that were posted as null are null in a read. When it fails with the old value, null is taken for "not
 * given"; with an empty string, look at the type of the column.
 */
@Verifies("OIOI-POST-7")
public record PostedNullsAreRead() implements Check<PostedDetailsAreRead.PostAndRead> {
    @Override
    public Judgement judge(PostedDetailsAreRead.PostAndRead subject) {
        Comparison comparison = new Comparison();
        for (String path : subject.paths()) {
            JsonNode posted = Details.at(subject.posted(), path);
            if (posted.isNull()) {
                comparison.compare(path, posted, Details.at(subject.read(), path), Comparison::same);
            }
        }
        return comparison.judgement("a read after " + subject.what() + " doesn't show null");
    }
}
