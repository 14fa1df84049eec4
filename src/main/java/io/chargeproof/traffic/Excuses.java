package io.chargeproof.traffic;

import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport.WaiverUse;
import java.util.List;

/** What a profile excuses of known breaches. */
public interface Excuses {
    /** Nothing. */
    Excuses NONE = new Excuses() {
        @Override
        public boolean excuse(LocatedFinding located) {
            return false;
        }

        @Override
        public List<WaiverUse> uses(List<RequirementResult> found) {
            return List.of();
        }

        @Override
        public List<String> idle(List<RequirementResult> found) {
            return List.of();
        }
    };

    /** Whether a finding is excused. */
    boolean excuse(LocatedFinding located);

    /** Which waivers were needed for what was found, none of it excused yet. */
    List<WaiverUse> uses(List<RequirementResult> found);

    /** A sentence for each waiver that excused nothing, though its requirement was judged. */
    List<String> idle(List<RequirementResult> found);
}
