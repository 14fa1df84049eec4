package io.chargeproof.api;

import io.chargeproof.profile.Profile;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.scenario.Patience;
import io.chargeproof.teststate.Journal;
import io.chargeproof.teststate.RunIdentity;
import io.chargeproof.teststate.StateStore;

/**
 * What a run is, for the APIs that take part in it.
 *
 * @param identity the run as the journal knows it
 * @param profile the whole profile
 * @param readOnly whether nothing is written to the target
 * @param nearby whether the target is in a network of one's own, where no stranger's data are
 * @param scripted whether scenarios send the requests; if not, what they are about and what they leave isn't known before
 * @param store where it is kept what runs use up or change
 * @param journal what this run takes down there
 * @param catalogue the requirements
 * @param patience how long a target may take
 * @param seed what random choices derive from, another for each run
 */
public record RunSetup(
        RunIdentity identity,
        Profile profile,
        boolean readOnly,
        boolean nearby,
        boolean scripted,
        StateStore store,
        Journal journal,
        RequirementCatalogue catalogue,
        Patience patience,
        long seed) {}
