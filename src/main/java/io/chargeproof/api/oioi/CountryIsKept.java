package io.chargeproof.api.oioi;

import io.chargeproof.check.Check;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import tools.jackson.databind.JsonNode;

/**
 * Decides that a country code that was accepted comes back; one that becomes another breaks what holds for all posted details,
 * too. When it fails, look at how codes are read and written: NO is a truth value to some, NA is nothing to others.
 */
@Verifies(
        value = {"OIOI-POST-27", "OIOI-POST-5"},
        everywhere = true)
public record CountryIsKept() implements Check<PostedDetailsAreRead.PostAndRead> {
    @Override
    public Judgement judge(PostedDetailsAreRead.PostAndRead subject) {
        Comparison comparison = new Comparison();
        for (String path : Details.pathsOf("country")) {
            JsonNode posted = Details.at(subject.posted(), path);
            if (posted.isString()) {
                comparison.compare(path, posted, Details.at(subject.read(), path), Comparison.sameMeaning(path));
            }
        }
        return comparison.judgement("a read after " + subject.what() + " doesn't show the countries that were posted");
    }
}
