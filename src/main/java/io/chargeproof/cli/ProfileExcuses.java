package io.chargeproof.cli;

import io.chargeproof.profile.Profile;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport.WaiverUse;
import io.chargeproof.run.Waivers;
import io.chargeproof.traffic.Excuses;
import java.util.List;

/** What the waivers of a profile excuse in traffic, as they do in a run. */
record ProfileExcuses(Waivers waivers) implements Excuses {
    static ProfileExcuses of(Profile profile) {
        return new ProfileExcuses(new Waivers(profile.waivers()));
    }

    @Override
    public boolean excuse(LocatedFinding located) {
        return waivers.excuses(located);
    }

    @Override
    public List<WaiverUse> uses(List<RequirementResult> found) {
        return waivers.uses(found);
    }

    /** Traffic shows only a part of what could need a waiver, so that none is superfluous for it. */
    @Override
    public List<String> idle(List<RequirementResult> found) {
        return Waivers.idle(waivers.uses(found), found).stream()
                .map(use -> Waivers.idleInWords(use, false))
                .toList();
    }
}
